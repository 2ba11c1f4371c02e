// collections.namedtuple: tuple classes whose items have names.
import { AttributeError, TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { Dict, type Dynamic, signature } from "../../builtins/index.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_name } from "../../builtins/type-name.ts";

/** A class that `namedtuple` made. */
export interface NamedTupleClass {
  new (...items: Dynamic[]): Dynamic;
  readonly _fields: readonly string[];
  readonly _field_defaults: Dict<string, Dynamic>;
  _make(iterable: Iterable<Dynamic>): Dynamic;
}

export interface NamedTupleOptions {
  rename?: boolean;
  defaults?: Iterable<Dynamic> | null;
  module?: string | null;
}

/** A new subclass of tuple with named items. ValueError for names that can't be. */
export function namedtuple(
  typename: string,
  field_names: string | Iterable<string>,
  { rename = false, defaults = null, module = null }: NamedTupleOptions = {},
): NamedTupleClass {
  const given =
    typeof field_names === "string"
      ? field_names.replaceAll(",", " ").split(/\s+/).filter(Boolean)
      : [...field_names];
  const fields = rename ? renamed(given) : given;
  check_names(typename, fields, rename);
  const values = defaults === null ? [] : [...defaults];
  if (values.length > fields.length)
    throw new TypeError("Got more default values than field names");
  return made_class(typename, fields, values, module ?? "__main__");
}

function made_class(
  typename: string,
  fields: readonly string[],
  defaults: readonly Dynamic[],
  module: string,
): NamedTupleClass {
  const field_tuple = Tuple.from_iterable(fields);
  const required = fields.length - defaults.length;
  class Named extends Tuple<Dynamic> {
    static override readonly __name__: string = typename;
    static override readonly __module__: string = module;
    static readonly __doc__: string = `${typename}(${fields.join(", ")})`;
    static readonly _fields = field_tuple;
    static readonly __match_args__ = field_tuple;
    static readonly _field_defaults = new Dict<string, Dynamic>(
      fields.slice(required).map((name, at) => [name, defaults[at]]),
    );

    constructor(...given: readonly Dynamic[]) {
      const items = placed(typename, fields, defaults, given);
      super(items.length);
      const own = this as unknown as Dynamic[];
      items.forEach((item, at) => (own[at] = item));
      Object.freeze(this);
    }

    static _make(iterable: Iterable<Dynamic>): Dynamic {
      const items = [...iterable];
      if (items.length === fields.length) return new this(...items);
      throw new TypeError(`Expected ${fields.length} arguments, got ${items.length}`);
    }

    static override from_iterable<T>(items: Iterable<T>): readonly T[] {
      return new this(...items) as unknown as readonly T[];
    }

    get _fields(): readonly string[] {
      return field_tuple;
    }

    _asdict(): Dict<string, Dynamic> {
      return new Dict<string, Dynamic>(fields.map((name, at) => [name, this[at]]));
    }

    /** A copy with some items replaced. ValueError for names that it does not have. */
    _replace(changes: Readonly<Record<string, Dynamic>> = {}): Dynamic {
      const unknown = Object.keys(changes).filter((name) => !fields.includes(name));
      if (unknown.length > 0) throw new TypeError(`Got unexpected field names: ${repr(unknown)}`);
      const type = this.constructor as NamedTupleClass;
      return new type(...fields.map((name, at) => (name in changes ? changes[name] : this[at])));
    }

    __repr__(): string {
      const items = fields.map((name, at) => `${name}=${repr(this[at])}`);
      return `${class_name(this.constructor)}(${items.join(", ")})`;
    }
  }
  fields.forEach((name, at) =>
    Object.defineProperty(Named.prototype, name, {
      get: Object.assign(
        function (this: readonly Dynamic[]): Dynamic {
          return this[at];
        },
        { __doc__: `Alias for field number ${at}` },
      ),
      set(): never {
        throw new AttributeError("can't set attribute");
      },
      configurable: true,
    }),
  );
  const parameters = fields.map((name, at) => (at < required ? name : `${name}=`));
  return signature(Named, parameters.join(", ")) as unknown as NamedTupleClass;
}

/** Arguments by position, the trailing object's by name, defaults for the rest. */
function placed(
  typename: string,
  fields: readonly string[],
  defaults: readonly Dynamic[],
  given: readonly Dynamic[],
): readonly Dynamic[] {
  const last = given.at(-1);
  const keywords = is_keywords(last) ? last : {};
  const items: Dynamic[] = is_keywords(last) ? given.slice(0, -1) : [...given];
  if (items.length > fields.length) {
    const least = fields.length - defaults.length + 1;
    const takes = defaults.length === 0 ? "" : `from ${least} to `;
    throw new TypeError(
      `${typename}.__new__() takes ${takes}${fields.length + 1} positional arguments but ${items.length + 1} were given`,
    );
  }
  const required = fields.length - defaults.length;
  const missing: string[] = [];
  fields.forEach((name, at) => {
    if (items[at] !== undefined) return;
    if (name in keywords) items[at] = keywords[name];
    else if (at >= required) items[at] = defaults[at - required];
    else missing.push(name);
  });
  for (const name of Object.keys(keywords)) {
    if (!fields.includes(name)) {
      throw new TypeError(`${typename}.__new__() got an unexpected keyword argument '${name}'`);
    }
  }
  if (missing.length > 0) throw new TypeError(missing_text(typename, missing));
  return items;
}

function missing_text(typename: string, missing: readonly string[]): string {
  const names = missing.map((name) => `'${name}'`);
  const last = names.pop() ?? "";
  const comma = names.length > 1 ? "," : "";
  const list = names.length === 0 ? last : `${names.join(", ")}${comma} and ${last}`;
  const plural = missing.length === 1 ? "argument" : "arguments";
  return `${typename}.__new__() missing ${missing.length} required positional ${plural}: ${list}`;
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from " +
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

function check_names(typename: string, fields: readonly string[], is_renamed: boolean): void {
  for (const name of [typename, ...fields]) {
    if (!IDENTIFIER.test(name)) {
      throw new ValueError(`Type names and field names must be valid identifiers: ${repr(name)}`);
    }
    if (KEYWORDS.has(name)) {
      throw new ValueError(`Type names and field names cannot be a keyword: ${repr(name)}`);
    }
  }
  const seen = new Set<string>();
  for (const name of fields) {
    if (name.startsWith("_") && !is_renamed) {
      throw new ValueError(`Field names cannot start with an underscore: ${repr(name)}`);
    }
    if (seen.has(name)) throw new ValueError(`Encountered duplicate field name: ${repr(name)}`);
    seen.add(name);
  }
}

function renamed(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.map((name, at) => {
    const is_bad =
      !IDENTIFIER.test(name) || KEYWORDS.has(name) || name.startsWith("_") || seen.has(name);
    seen.add(name);
    return is_bad ? `_${at}` : name;
  });
}
