// Templates of str.format taken apart: literal text, fields, conversions, nested specifications.
import { ValueError } from "../exceptions/hierarchy.ts";

export interface FormatField {
  /** The text before the field, braces undoubled. */
  readonly literal: string;
  /** `null` behind the last field. */
  readonly name: string | null;
  readonly conversion: string | null;
  readonly spec: string;
}

const MAX_REMEMBERED = 256;
const remembered = new Map<string, readonly FormatField[]>();

/**
 * The fields of a template in order. ValueError where braces or conversions are wrong: raised when the fields before
 * have been handed out.
 */
export function format_fields(template: string): Iterable<FormatField> {
  const known = remembered.get(template);
  return known ?? remembering(template);
}

function* remembering(template: string): IterableIterator<FormatField> {
  const fields: FormatField[] = [];
  for (const field of read_fields(template)) {
    fields.push(field);
    yield field;
  }
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(template, fields);
}

function* read_fields(template: string): IterableIterator<FormatField> {
  let literal = "";
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at);
    if (character !== "{" && character !== "}") {
      const next = next_brace(template, at);
      literal += template.slice(at, next);
      at = next - 1;
    } else if (template.charAt(at + 1) === character) {
      literal += character;
      at++;
    } else if (character === "}") {
      throw new ValueError("Single '}' encountered in format string");
    } else {
      const end = field_end(template, at + 1);
      yield { literal, ...read_field(template.slice(at + 1, end)) };
      literal = "";
      at = end;
    }
  }
  if (literal !== "") yield { literal, name: null, conversion: null, spec: "" };
}

function next_brace(template: string, from: number): number {
  let at = from;
  while (at < template.length && template[at] !== "{" && template[at] !== "}") at++;
  return at;
}

/** Where the brace lies that closes the field. */
function field_end(template: string, start: number): number {
  if (start >= template.length) throw new ValueError("Single '{' encountered in format string");
  let depth = 1;
  let is_in_brackets = false;
  let is_in_spec = false;
  for (let at = start; at < template.length; at++) {
    const character = template.charAt(at);
    if (is_in_brackets) is_in_brackets = character !== "]";
    else if (character === "[" && !is_in_spec) is_in_brackets = true;
    else if (character === ":" || character === "!") is_in_spec = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  throw new ValueError("expected '}' before end of string");
}

function read_field(field: string): { name: string; conversion: string | null; spec: string } {
  const end = name_end(field);
  const name = field.slice(0, end);
  const rest = field.slice(end);
  if (name.includes("{")) throw new ValueError("unexpected '{' in field name");
  if (!rest.startsWith("!")) return { name, conversion: null, spec: rest.slice(1) };
  const conversion = String.fromCodePoint(rest.codePointAt(1) ?? 0);
  if (rest.length < 2) throw new ValueError("unmatched '{' in format spec");
  const after = rest.slice(1 + conversion.length);
  if (after !== "" && !after.startsWith(":")) {
    throw new ValueError("expected ':' after conversion specifier");
  }
  return { name, conversion, spec: after.slice(1) };
}

/** Where the name ends: at `!` or `:`, but for those in brackets. */
function name_end(field: string): number {
  let is_in_brackets = false;
  for (let at = 0; at < field.length; at++) {
    const character = field.charAt(at);
    if (character === "[") is_in_brackets = true;
    else if (character === "]") is_in_brackets = false;
    else if (!is_in_brackets && (character === "!" || character === ":")) return at;
  }
  return field.length;
}
