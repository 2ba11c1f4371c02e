// String literals: prefix, body, value; and how adjacent ones become one.
import type { Constant, ConstantValue, Expression } from "../ast/expressions.ts";
import { Failure } from "../failure.ts";
import type { Token } from "../tokens/token.ts";
import { bytes_text, type NamedCharacter, split_surrogates, string_text } from "./escapes.ts";

/** The constant that a string or bytes token stands for. */
export function string_constant(token: Token, named: NamedCharacter): Constant {
  const { image, startOffset: start, stop: end } = token;
  let quote = 0;
  let is_raw = false;
  let is_bytes = false;
  let is_unicode = false;
  for (; ; quote++) {
    const unit = image.charCodeAt(quote);
    if (unit === 34 || unit === 39) break;
    if (unit === 98 || unit === 66) is_bytes = true;
    else if (unit === 114 || unit === 82) is_raw = true;
    else if (unit === 117) is_unicode = true;
  }
  const unit = image.charCodeAt(quote);
  const is_triple =
    image.length - quote >= 6 &&
    image.charCodeAt(quote + 1) === unit &&
    image.charCodeAt(quote + 2) === unit;
  const size = is_triple ? 3 : 1;
  const body = unix_lines(image.slice(quote + size, image.length - size));
  const place = { start, end };
  if (is_bytes) {
    if (!/^[\0-\x7f]*$/.test(body))
      throw new Failure("bytes can only contain ASCII literal characters", start, end);
    const value = is_raw ? body : bytes_text(body, place);
    return { tag: "Constant", start, end, value: { type: "bytes", value }, kind: null };
  }
  const value = is_raw ? body : string_text(body, place, named);
  const kind = is_unicode ? "u" : null;
  return { tag: "Constant", start, end, value: str(value, is_raw ? "" : body), kind };
}

/** A piece of an f-string between replacement fields. */
export function middle_text(
  token: Token,
  next: Token,
  is_raw: boolean,
  named: NamedCharacter,
): ConstantValue {
  const { startOffset: start, stop: end } = next;
  const body = unix_lines(token.image);
  return str(is_raw ? body : string_text(body, { start, end }, named), is_raw ? "" : body);
}

/** A str with the places of surrogates that two escapes of `body` wrote side by side. */
function str(value: string, body: string): ConstantValue {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(value) || !/\\[uU]/.test(body))
    return { type: "str", value };
  const split_pairs = split_surrogates(body);
  return split_pairs.length === 0 ? { type: "str", value } : { type: "str", value, split_pairs };
}

const is_high = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const is_low = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

export function unix_lines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * Adjacent literals as one expression: bytes, a string, or a JoinedStr whose neighbouring
 * constants are joined and whose empty ones are dropped, as in CPython. `after` is where the next
 * token begins, at which CPython reports a mixture.
 */
export function concatenated(
  parts: readonly Expression[],
  start: number,
  end: number,
  after: number,
): Expression {
  const first = parts[0];
  if (first === undefined) throw new Error("no literal");
  if (parts.length === 1) return first;
  const bytes = parts.filter((part) => part.tag === "Constant" && part.value.type === "bytes");
  if (bytes.length > 0 && bytes.length < parts.length)
    throw new Failure("cannot mix bytes and nonbytes literals", after, after + 1);
  if (parts.every((part) => part.tag === "Constant")) return joined_constant(parts, start, end);
  const values = parts.flatMap((part) => (part.tag === "JoinedStr" ? part.values : [part]));
  return { tag: "JoinedStr", start, end, values: joined_values(values) };
}

/** Neighbouring constants become one; empty ones vanish. */
export function joined_values(values: readonly Expression[]): readonly Expression[] {
  const joined: Expression[] = [];
  for (let i = 0; i < values.length;) {
    const value = values[i++] as Expression;
    if (value.tag !== "Constant") {
      joined.push(value);
      continue;
    }
    const run = [value];
    for (let next = values[i]; next?.tag === "Constant"; next = values[++i]) run.push(next);
    const constant =
      run.length === 1 ? value : joined_constant(run, value.start, run.at(-1)?.end ?? 0);
    if (constant.value.type === "str" && constant.value.value !== "") joined.push(constant);
  }
  return joined;
}

function joined_constant(parts: readonly Constant[], start: number, end: number): Constant {
  const kind = parts[0]?.kind ?? null;
  let value = "";
  let last = 0;
  const split_pairs: number[] = [];
  for (const { value: piece } of parts) {
    if (piece.type !== "str" && piece.type !== "bytes") continue;
    if (is_high(last) && is_low(piece.value.charCodeAt(0))) split_pairs.push(value.length - 1);
    if (piece.value !== "") last = piece.value.charCodeAt(piece.value.length - 1);
    if (piece.type === "str")
      for (const at of piece.split_pairs ?? []) split_pairs.push(at + value.length);
    value += piece.value;
  }
  if (parts[0]?.value.type === "bytes")
    return { tag: "Constant", start, end, value: { type: "bytes", value }, kind };
  const text = split_pairs.length === 0 ? { value } : { value, split_pairs };
  return { tag: "Constant", start, end, value: { type: "str", ...text }, kind };
}
