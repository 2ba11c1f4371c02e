// json.JSONDecoder: how JSON becomes values, to derive from.
import { Fillable } from "../../builtins/attributes/fillable.ts";
import { as_function } from "../../builtins/calls/call.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import type { int } from "../../builtins/int.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { decode, decode_from, type DecodeHooks } from "./decode.ts";

export interface LoadOptions {
  object_hook?: ((object: Dynamic) => Dynamic) | null;
  parse_float?: Reader | null;
  parse_int?: Reader | null;
  parse_constant?: ((text: string) => Dynamic) | null;
  object_pairs_hook?: ((pairs: Dynamic) => Dynamic) | null;
}

/** A class, such as Decimal, reads as well. */
type Reader = ((text: string) => Dynamic) | (new (text: Dynamic) => Dynamic);

export class JSONDecoder extends Fillable {
  static readonly __name__: string = "JSONDecoder";
  static readonly __module__: string = "json.decoder";
  object_hook: Dynamic;
  object_pairs_hook: Dynamic;
  parse_float: Dynamic;
  parse_int: Dynamic;
  parse_constant: Dynamic;

  constructor({
    object_hook = null,
    parse_float = null,
    parse_int = null,
    parse_constant = null,
    object_pairs_hook = null,
  }: LoadOptions = {}) {
    super();
    this.object_hook = object_hook;
    this.object_pairs_hook = object_pairs_hook;
    this.parse_float = parse_float;
    this.parse_int = parse_int;
    this.parse_constant = parse_constant;
  }

  /** The value of a whole document. JSONDecodeError where it is none. */
  decode(s: string): Dynamic {
    return decode(s, this.#hooks());
  }

  /** The value that begins at `idx`, and where it ends. JSONDecodeError where none begins there. */
  raw_decode(s: string, idx: int = 0): readonly [Dynamic, int] {
    return Tuple.of(...decode_from(s, idx, this.#hooks())) as never;
  }

  #hooks(): DecodeHooks {
    const hook = (own: Dynamic): ((given: Dynamic) => Dynamic) | null =>
      own === null ? null : as_function(own);
    return {
      object_hook: hook(this.object_hook),
      object_pairs_hook: hook(this.object_pairs_hook),
      parse_float: hook(this.parse_float),
      parse_int: hook(this.parse_int),
      parse_constant: hook(this.parse_constant),
    };
  }
}
