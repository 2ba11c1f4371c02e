// What each ASCII character can begin, and which characters may stand in names.

export const OTHER = 0;
export const NAME = 1;
export const DIGIT = 2;
export const SPACE = 3;
export const LINE_END = 4;
export const COMMENT = 5;
export const QUOTE = 6;
export const OPERATOR = 7;
export const BACKSLASH = 8;
export const OPENING = 9;
export const CLOSING = 10;
export const BEYOND_ASCII = 11;

/** The class of each ASCII character, by its code. */
export const character_class: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const text = String.fromCharCode(code);
    if (/[A-Za-z_]/.test(text)) table[code] = NAME;
    else if (/[0-9]/.test(text)) table[code] = DIGIT;
    else if (/[ \t\f]/.test(text)) table[code] = SPACE;
    else if (/[\r\n]/.test(text)) table[code] = LINE_END;
    else if (text === "#") table[code] = COMMENT;
    else if (/['"]/.test(text)) table[code] = QUOTE;
    else if (text === "\\") table[code] = BACKSLASH;
    else if (/[([{]/.test(text)) table[code] = OPENING;
    else if (/[)\]}]/.test(text)) table[code] = CLOSING;
    else if (/[-+*/%@&|^~<>=!:,;.]/.test(text)) table[code] = OPERATOR;
  }
  return table;
}

/** Whether a code unit may continue a name, taking everything beyond ASCII for a letter at first. */
export function may_continue_name(unit: number): boolean {
  if (unit >= 128) return true;
  const kind = character_class[unit];
  return kind === NAME || kind === DIGIT;
}
