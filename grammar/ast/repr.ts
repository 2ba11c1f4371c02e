// How Python's repr writes the values of literals.
import { is_printable } from "./printable.ts";

const escapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\\": "\\\\",
};

/**
 * `repr` of a str, which may hold lone surrogates. `split_pairs` tells where two of them stand side
 * by side: see `ConstantValue`.
 */
export function repr_string(text: string, split_pairs: readonly number[] = []): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (!/[\\'\n\r\t]|[^ -~]/.test(text)) return `'${text}'`;
  return quote + escaped_string(text, quote, split_pairs) + quote;
}

/** What stands between the quotes. */
export function escaped_string(
  text: string,
  quote: "'" | '"',
  split_pairs: readonly number[] = [],
): string {
  let body = "";
  let at = 0;
  for (const pair of split_pairs) {
    body += escaped_text(text.slice(at, pair + 1), quote);
    at = pair + 1;
  }
  return body + escaped_text(text.slice(at), quote);
}

function escaped_text(text: string, quote: string): string {
  return text.replace(/[\\'"\n\r\t]|[^ -~]/gu, (character) => {
    const known = escapes[character];
    if (known !== undefined) return known;
    if (character === "'" || character === '"')
      return quote === character ? `\\${character}` : character;
    return is_printable(character) ? character : escaped(character.codePointAt(0) ?? 0);
  });
}

function escaped(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** `repr` of bytes, given as one UTF-16 unit per byte. */
export function repr_bytes(bytes: string): string {
  const quote = bytes.includes("'") && !bytes.includes('"') ? '"' : "'";
  const body = bytes.replace(/[\\']|[^ -~]/g, (character) => {
    const known = escapes[character];
    if (known !== undefined) return known;
    if (character === "'") return quote === "'" ? "\\'" : "'";
    return escaped(character.charCodeAt(0));
  });
  return `b${quote}${body}${quote}`;
}

/** `repr` of a float: the shortest digits that give it back. */
export function repr_float(value: number): string {
  const text = shortest(value);
  return /[.en]/.test(text) ? text : `${text}.0`;
}

export function repr_complex(imag: number): string {
  return `${shortest(imag)}j`;
}

function shortest(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "inf" : value < 0 ? "-inf" : "nan";
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? "-" : "+";
    return `${digits}e${sign}${Math.abs(exponent).toString().padStart(2, "0")}`;
  }
  const text = `${value}`;
  return text.includes("e") ? value.toFixed(20).replace(/0+$/, "") : text;
}
