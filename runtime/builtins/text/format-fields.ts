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
  for (let at = 0; at < template.length;) {
    const brace = next_brace(template, at);
    literal += template.slice(at, brace);
    if (brace >= template.length) break;
    const character = template.charAt(brace);
    if (template.charAt(brace + 1) === character) {
      literal += character;
      at = brace + 2;
      continue;
    }
    if (character === "}" || brace + 1 >= template.length)
      throw new ValueError(`Single '${character}' encountered in format string`);
    const { end, ...field } = read_field(template, brace + 1);
    yield { literal, ...field };
    literal = "";
    at = end;
  }
  if (literal !== "") yield { literal, name: null, conversion: null, spec: "" };
}

function next_brace(template: string, from: number): number {
  let at = from;
  while (at < template.length && template[at] !== "{" && template[at] !== "}") at++;
  return at;
}

/** The field whose text begins at `start`; `end` lies behind its closing brace. */
function read_field(
  template: string,
  start: number,
): { name: string; conversion: string | null; spec: string; end: number } {
  const name_end = end_of_name(template, start);
  const name = template.slice(start, name_end);
  const mark = template.charAt(name_end);
  let at = name_end + 1;
  if (mark === "}") return { name, conversion: null, spec: "", end: at };
  if (mark === "") throw new ValueError("expected '}' before end of string");
  let conversion: string | null = null;
  if (mark === "!") {
    if (at >= template.length)
      throw new ValueError("end of string while looking for conversion specifier");
    conversion = String.fromCodePoint(template.codePointAt(at) ?? 0);
    at += conversion.length;
    if (at < template.length) {
      const behind = template.charAt(at++);
      if (behind === "}") return { name, conversion, spec: "", end: at };
      if (behind !== ":") throw new ValueError("expected ':' after conversion specifier");
    }
  }
  const end = end_of_spec(template, at);
  return { name, conversion, spec: template.slice(at, end), end: end + 1 };
}

/** Where the name ends: at `!`, `:` or `}`, but for those in brackets. */
function end_of_name(template: string, start: number): number {
  for (let at = start; at < template.length; at++) {
    const character = template.charAt(at);
    if (character === "{") throw new ValueError("unexpected '{' in field name");
    if (character === "}" || character === ":" || character === "!") return at;
    if (character === "[") {
      while (at < template.length && template.charAt(at) !== "]") at++;
    }
  }
  return template.length;
}

/** Where the brace lies that closes the field. */
function end_of_spec(template: string, start: number): number {
  let depth = 1;
  for (let at = start; at < template.length; at++) {
    const character = template.charAt(at);
    if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  throw new ValueError("unmatched '{' in format spec");
}
