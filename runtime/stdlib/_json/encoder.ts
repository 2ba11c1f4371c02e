// json.JSONEncoder: how values become JSON, to derive from.
import { Fillable } from "../../builtins/attributes/fillable.ts";
import { call_with } from "../../builtins/calls/call-with.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { iter } from "../../builtins/iteration/index.ts";
import { call } from "../../builtins/calls/call.ts";
import { bare_type_name } from "../../builtins/type-name.ts";
import { chunks, encode, type EncodeOptions } from "./encode.ts";

export interface EncoderOptions {
  skipkeys?: boolean;
  ensure_ascii?: boolean;
  check_circular?: boolean;
  allow_nan?: boolean;
  sort_keys?: boolean;
  indent?: number | string | null;
  separators?: readonly [string, string] | null;
  default?: ((value: Dynamic) => Dynamic) | null;
}

/** Subclasses override `default`, which gives something that has a JSON text for what has none. */
export class JSONEncoder extends Fillable {
  static readonly __name__: string = "JSONEncoder";
  static readonly __module__: string = "json.encoder";
  skipkeys: boolean;
  ensure_ascii: boolean;
  check_circular: boolean;
  allow_nan: boolean;
  sort_keys: boolean;
  indent: number | string | null;
  item_separator: string;
  key_separator: string;

  constructor({
    skipkeys = false,
    ensure_ascii = true,
    check_circular = true,
    allow_nan = true,
    sort_keys = false,
    indent = null,
    separators = null,
    default: default_ = null,
  }: EncoderOptions = {}) {
    super();
    this.skipkeys = skipkeys;
    this.ensure_ascii = ensure_ascii;
    this.check_circular = check_circular;
    this.allow_nan = allow_nan;
    this.sort_keys = sort_keys;
    this.indent = indent;
    [this.item_separator, this.key_separator] = separators ?? [indent === null ? ", " : ",", ": "];
    if (default_ !== null) this.default = (value) => call(default_, value);
  }

  /** Something else in the place of `o`, which has no JSON text. TypeError. */
  default(o: Dynamic): Dynamic {
    throw new TypeError(`Object of type ${bare_type_name(o)} is not JSON serializable`);
  }

  /** The JSON text of `o`. TypeError, ValueError as `dumps`. */
  encode(o: Dynamic): string {
    const { iterencode } = this;
    if (iterencode === JSONEncoder.prototype.iterencode || typeof o === "string")
      return encode(o, this.#options());
    const parts = call_with(iterencode.bind(this), [o], { _one_shot: true });
    return [...iter<string>(parts)].join("");
  }

  /** The same in pieces. */
  iterencode(o: Dynamic, _one_shot = false): IterableIterator<string> {
    return _one_shot ? [encode(o, this.#options())].values() : chunks(o, this.#options());
  }

  #options(): EncodeOptions {
    const { indent } = this;
    return {
      skipkeys: this.skipkeys,
      ensure_ascii: this.ensure_ascii,
      check_circular: this.check_circular,
      allow_nan: this.allow_nan,
      indent: typeof indent === "number" ? " ".repeat(Math.max(0, indent)) : indent,
      item_separator: this.item_separator,
      key_separator: this.key_separator,
      sort_keys: this.sort_keys,
      default: (value) => this.default(value),
    };
  }
}
