// make_dataclass(): a dataclass made by a call, whose `__init__` is put together at run time.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { bind_arguments } from "../../builtins/calls/bind-arguments.ts";
import { parameters_of } from "../../builtins/calls/signature.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { call, signature } from "../../builtins/index.ts";
import { iter } from "../../builtins/iteration/iter.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { dataclass, type DataclassOptions } from "./dataclass.ts";
import { FieldOptions } from "./fields.ts";

export interface MakeDataclassOptions extends DataclassOptions {
  bases?: readonly Dynamic[];
  namespace?: Dynamic;
}

interface Made {
  readonly name: string;
  readonly options: FieldOptions | null;
  readonly has_default: boolean;
  readonly value: Dynamic;
}

/** Fields are names, pairs of name and type, or triples with a default or a `field(…)`. */
export function make_dataclass(
  cls_name: string,
  fields: Iterable<Dynamic>,
  { bases = [], namespace = null, ...options }: MakeDataclassOptions = {},
): Dynamic {
  if (bases.length > 1) throw new TypeError("make_dataclass() with several bases is not supported");
  const own = [...iter(fields)].map(described);
  const parent: Dynamic = bases[0] ?? Object;
  const cls: Dynamic = class extends parent {
    constructor(...args: readonly Dynamic[]) {
      super();
      initialise(this, own, cls_name, cls, args);
    }
  };
  Object.defineProperty(cls, "name", { value: cls_name });
  if (namespace instanceof Dict)
    for (const [key, value] of namespace.entries()) put(cls, key, value);
  dataclass(
    cls,
    own.map(({ name }) => name),
    { ...options, ...by_field(own) },
  );
  const texts = own
    .filter((each) => each.options?.init ?? true)
    .map(({ name, has_default }) => (has_default ? `${name}=` : name));
  return signature(cls, texts.join(", "));
}

function described(given: Dynamic): Made {
  const [name, , value] = typeof given === "string" ? [given] : [...iter<Dynamic>(given)];
  if (value instanceof FieldOptions)
    return { name, options: value, has_default: value.has_default, value: null };
  return { name, options: null, has_default: value !== undefined, value: value ?? null };
}

function by_field(own: readonly Made[]): DataclassOptions {
  const names = (holds: (options: FieldOptions) => boolean): string[] =>
    own.flatMap(({ name, options }) => (options !== null && holds(options) ? [name] : []));
  return {
    hidden: names((options) => !options.repr),
    incomparable: names((options) => !options.compare),
    without_init: names((options) => !options.init),
  };
}

function initialise(
  self: Dynamic,
  own: readonly Made[],
  name: string,
  cls: Function,
  args: readonly Dynamic[],
): void {
  const last: Dynamic = args.at(-1);
  const keywords = is_keywords(last) ? last : {};
  const positional = is_keywords(last) ? args.slice(0, -1) : args;
  const info = { name: `${name}.__init__`, takes_self: true };
  const given = bind_arguments(info, parameters_of(cls) ?? [], positional, keywords);
  let at = 0;
  for (const { name: field, options, value } of own) {
    const is_given = options?.init ?? true;
    const found: unknown = is_given ? given[at++] : undefined;
    self[field] = found === undefined ? (options === null ? value : options.value()) : found;
  }
  if (typeof self.__post_init__ === "function") self.__post_init__();
}

/** Functions of the namespace take the instance first. */
function put(cls: Dynamic, name: string, value: Dynamic): void {
  if (typeof value === "function" && value.prototype === undefined)
    cls.prototype[name] = function (this: unknown, ...args: readonly unknown[]): unknown {
      return call(value, this, ...args);
    };
  else cls[name] = value;
}
