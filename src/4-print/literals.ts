// How literals are written: escapes of strings and templates, numbers, property names.

const NAMED: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
  "\v": "\\v",
};

/** Controls, line separators, odd spaces, lone surrogates, and what shows as nothing; emoji keep their joiner. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?! )\p{Zs}|(?!\u{200d})\p{Cf}/gu;

/** A string literal in the quotes that need fewer escapes. */
export function string_literal(value: string): string {
  const doubles = value.split('"').length;
  if (doubles > 1 && doubles > value.split("'").length)
    return `'${escape(value.replace(/[\\']/gu, "\\$&"))}'`;
  return `"${escape(value.replace(/[\\"]/gu, "\\$&"))}"`;
}

/** The text between the backquotes and `${…}` of a template; `lines` keeps its line ends as they are. */
export function template_text(value: string, options: { readonly lines: boolean }): string {
  const text = value.replace(/[\\`]|\$(?=\{)/gu, "\\$&");
  return options.lines ? text.split("\n").map(escape).join("\n") : escape(text);
}

function escape(text: string): string {
  return text.replace(UNPRINTABLE, (character, offset: number) => {
    const named = NAMED[character];
    if (named !== undefined) return named;
    const code = character.codePointAt(0) ?? 0;
    const next = text[offset + character.length] ?? "";
    if (code === 0 && !/[0-9]/u.test(next)) return "\\0";
    if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
    return code > 0xff_ff
      ? `\\u{${code.toString(16)}}`
      : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Whether the text can stand behind a dot or as a bare property name. */
export function is_identifier_name(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** A property name of an object literal. `__proto__: x` would set the prototype, so it is computed. */
export function property_name(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return is_identifier_name(name) ? name : string_literal(name);
}
