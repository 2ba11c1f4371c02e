// str.format and str.format_map.
import type { Dynamic } from "../../dynamic.ts";
import { AttributeError } from "../../exceptions/named-errors.ts";
import { IndexError, ValueError } from "../../exceptions/hierarchy.ts";
import { KeyError } from "../../exceptions/key-error.ts";
import { format as format_value } from "../../format/format.ts";
import { is_keywords } from "../../keywords.ts";
import { number_part } from "../../numbers/parts.ts";
import { ascii, repr, text_of } from "../../representation.ts";
import { getitem } from "../../sequences/subscript.ts";
import { class_module, class_name, class_qualname, type_name } from "../../type-name.ts";
import { format_fields } from "../format-fields.ts";
import { receiver } from "../receiver.ts";

/** The template with its fields replaced; keyword arguments in a trailing plain object. */
export function format(text: string, ...values: readonly unknown[]): string {
  const last = values.at(-1);
  const keywords = is_keywords(last) ? last : {};
  const positional = is_keywords(last) ? values.slice(0, -1) : values;
  const lookup = (key: string) => {
    if (Object.hasOwn(keywords, key)) return keywords[key];
    throw new KeyError(key);
  };
  return new Formatter(positional, lookup).format(receiver(text, "format"), 2);
}

/** The same with all names looked up in a mapping. */
export function format_map(text: string, mapping: Dynamic): string {
  const lookup = (key: string) => getitem(mapping, key);
  return new Formatter(null, lookup).format(receiver(text, "format_map"), 2);
}

/** Numbering of fields: none seen yet, `{}` or `{0}`; they can't be mixed. */
type Numbering = "unknown" | "automatic" | "manual";

class Formatter {
  readonly #positional: readonly unknown[] | null;
  readonly #lookup: (key: string) => unknown;
  #numbering: Numbering = "unknown";
  #next = 0;

  constructor(positional: readonly unknown[] | null, lookup: (key: string) => unknown) {
    this.#positional = positional;
    this.#lookup = lookup;
  }

  format(template: string, depth: number): string {
    if (depth <= 0) throw new ValueError("Max string recursion exceeded");
    let text = "";
    for (const { literal, name, conversion, spec } of format_fields(template)) {
      text += literal;
      if (name === null) continue;
      const value = converted(this.#value(name), conversion);
      text += format_value(value, spec.includes("{") ? this.format(spec, depth - 1) : spec);
    }
    return text;
  }

  #value(name: string): unknown {
    const end = name.search(/[.[]/);
    if (end < 0) return this.#first(name);
    const rest = name.slice(end);
    let value = this.#first(name.slice(0, end));
    const steps = /\.([^.[]*)|\[([^\]]*)\]?|(.)/gs;
    for (const [step, attribute, key, stray] of rest.matchAll(steps)) {
      if (stray !== undefined) {
        throw new ValueError("Only '.' or '[' may follow ']' in format field specifier");
      }
      if (key !== undefined && !step.endsWith("]"))
        throw new ValueError("Missing ']' in format string");
      if ((attribute ?? key) === "") throw new ValueError("Empty attribute in format string");
      value = key === undefined ? attribute_of(value, attribute ?? "") : item_of(value, key);
    }
    return value;
  }

  #first(name: string): unknown {
    if (name !== "" && !/^[0-9]+$/.test(name)) return this.#lookup(name);
    const numbering = name === "" ? "automatic" : "manual";
    if (this.#numbering !== "unknown" && this.#numbering !== numbering) {
      throw new ValueError(
        numbering === "manual"
          ? "cannot switch from automatic field numbering to manual field specification"
          : "cannot switch from manual field specification to automatic field numbering",
      );
    }
    this.#numbering = numbering;
    if (this.#positional === null) {
      throw new ValueError("Format string contains positional fields");
    }
    const index = name === "" ? this.#next++ : Number(name);
    if (index < this.#positional.length) return this.#positional[index];
    throw new IndexError(`Replacement index ${index} out of range for positional args tuple`);
  }
}

function converted(value: unknown, conversion: string | null): unknown {
  switch (conversion) {
    case null:
      return value;
    case "s":
      return text_of(value);
    case "r":
      return repr(value);
    case "a":
      return ascii(value);
    default:
      throw new ValueError(`Unknown conversion specifier ${conversion}`);
  }
}

function item_of(value: unknown, key: string): unknown {
  return getitem(value, /^[0-9]+$/.test(key) ? Number(key) : key);
}

function attribute_of(value: Dynamic, name: string): unknown {
  const found: unknown = number_part(value, name) ?? of_class(value, name) ?? value?.[name];
  if (found !== undefined) return found;
  if (typeof value?.__getattr__ === "function") return value.__getattr__(name);
  const message = `'${type_name(value)}' object has no attribute '${name}'`;
  throw new AttributeError(message, { name, obj: value });
}

/** What JavaScript's objects and classes have under other names. */
function of_class(value: Dynamic, name: string): unknown {
  const is_instance = typeof value === "object" && value !== null && !Array.isArray(value);
  if (name === "__class__" && is_instance && class_module(value.constructor) !== "builtins")
    return value.constructor;
  // Class attributes are static.
  if (is_instance && !(name in value) && !(name in Function.prototype))
    return value.constructor?.[name];
  if (typeof value !== "function") return undefined;
  if (name === "__name__") return class_name(value);
  return name === "__qualname__" ? class_qualname(value) : undefined;
}
