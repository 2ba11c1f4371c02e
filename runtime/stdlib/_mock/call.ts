// call(…): what a mock was called with, or is expected to be called with.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { eq } from "../../builtins/equality.ts";
import { split_keywords } from "../../builtins/calls/split-keywords.ts";
import { AttributeError, IndexError } from "../../builtins/exceptions/index.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { NotImplemented } from "../../builtins/not-implemented.ts";
import { repr } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { Tuple } from "../../builtins/tuple.ts";

export type Arguments = readonly [args: readonly Dynamic[], kwargs: Dict<string, Dynamic>];

/** What a function with `*args, **kwargs` was called with. */
export function arguments_of(values: readonly Dynamic[]): Arguments {
  const [args, keywords] = split_keywords<Dynamic>(values);
  return [args, new Dict(Object.entries(keywords))];
}

/** The keywords in the trailing object again. */
export function spread([args, kwargs]: Arguments): readonly Dynamic[] {
  return kwargs.size === 0 ? args : [...args, Object.fromEntries(kwargs.items())];
}

interface CallOptions {
  /** Without a name: what `call_args` holds. */
  readonly is_pair?: boolean;
  readonly parent?: Call | null;
  /** Made by calling a call; else it only names something. */
  readonly is_made?: boolean;
}

/** Behaves as the tuple of name, arguments and keywords. */
export class Call {
  static readonly __name__: string = "_Call";
  static readonly __module__: string = "unittest.mock";
  readonly #name: string;
  readonly #arguments: Arguments;
  readonly #options: Required<CallOptions>;

  constructor(
    name: string,
    given: Arguments,
    { is_pair = false, parent = null, is_made = true }: CallOptions = {},
  ) {
    this.#name = name;
    this.#arguments = given;
    this.#options = { is_pair, parent, is_made };
  }

  get args(): readonly Dynamic[] {
    return this.#arguments[0];
  }

  get kwargs(): Dict<string, Dynamic> {
    return this.#arguments[1];
  }

  get arguments_(): Arguments {
    return this.#arguments;
  }

  get call_name(): string {
    return this.#name;
  }

  /** The items of the tuple that it stands for. */
  get items(): readonly Dynamic[] {
    return this.#options.is_pair ? [this.args, this.kwargs] : [this.#name, this.args, this.kwargs];
  }

  __call__(...values: readonly Dynamic[]): Call {
    const name = this.#options.parent === null && !this.#options.is_made ? "" : this.#name;
    const made = this.#options.is_made ? `${name}()` : name;
    return new Call(made, arguments_of(values), { parent: this });
  }

  __getattr__(name: string): Call {
    if (/^__.*__$/.test(name)) throw new AttributeError(name);
    const own = this.#options.is_made ? `${this.#name}()` : this.#name;
    const full = this.#options.parent === null && own === "" ? name : `${own}.${name}`;
    return new Call(full, [Tuple.of(), new Dict()], { parent: this, is_made: false });
  }

  /** The calls that led to this one, and it. */
  call_list(): Call[] {
    const calls: Call[] = [];
    for (let each: Call | null = this; each !== null; each = each.#options.parent)
      if (each.#options.is_made) calls.unshift(each);
    return calls;
  }

  __len__(): number {
    return this.items.length;
  }

  __getitem__(index: number): Dynamic {
    const items = this.items;
    const found = items.at(index);
    if (index >= items.length || index < -items.length)
      throw new IndexError("tuple index out of range");
    return found;
  }

  *[Symbol.iterator](): Generator<Dynamic> {
    yield* this.items;
  }

  __eq__(other: Dynamic): Dynamic {
    const parts = parts_of(other);
    if (parts === null) return NotImplemented;
    const own_name = this.#options.is_pair ? "" : this.#name;
    if (own_name !== "" && parts.name !== own_name) return false;
    return truth(eq(parts.args, this.args)) && truth(eq(parts.kwargs, this.kwargs));
  }

  __hash__: null = null;

  __repr__(): string {
    if (!this.#options.is_made) return this.#name === "" ? "call" : this.#name;
    const name = this.#options.is_pair ? "" : this.#name;
    const shown = name === "" ? "call" : name.startsWith("()") ? `call${name}` : `call.${name}`;
    return call_text(shown, this.#arguments);
  }
}

/** `name(1, key='value')`. */
export function call_text(name: string, [args, kwargs]: Arguments): string {
  const shown = [
    ...args.map((each) => repr(each)),
    ...[...kwargs.items()].map(([key, value]) => `${key}=${repr(value)}`),
  ];
  return `${name}(${shown.join(", ")})`;
}

/** A call, or a tuple that means one: `(args,)`, `(kwargs,)`, `(name, args)`, … */
function parts_of(
  other: Dynamic,
): { readonly name: string; readonly args: Dynamic; readonly kwargs: Dynamic } | null {
  const items: readonly Dynamic[] | null =
    other instanceof Call ? other.items : other instanceof Tuple ? [...other] : null;
  if (items === null) return null;
  let [name, args, kwargs]: [string, Dynamic, Dynamic] = ["", Tuple.of(), new Dict()];
  for (const item of items) {
    if (typeof item === "string") name = item;
    else if (item instanceof Tuple) args = item;
    else kwargs = item;
  }
  return { name, args, kwargs };
}

/** `call(1, a=2)`, `call.method(3)`. */
export const call: Dynamic = new Call("", [Tuple.of(), new Dict()], { is_made: false });
