// Python's unicodedata: names of characters, their categories, normal forms.
import type { Dynamic } from "../builtins/dynamic.ts";
import { KeyError, TypeError, ValueError } from "../builtins/exceptions/index.ts";
import { plain } from "../builtins/primitive.ts";
import { repr } from "../builtins/representation.ts";
import { set_character_names } from "../builtins/text/codecs/errors.ts";
import { type_name } from "../builtins/type-name.ts";
import { character_named, name_of_character } from "../encodings/character-names.ts";

// For errors="namereplace".
set_character_names(name_of_character);

export const unidata_version = "15.1.0";

/** The name of a character, or `otherwise`. ValueError when it has none. */
export function name(chr: string, otherwise: Dynamic = undefined): string {
  const found = name_of_character(code_of("name", chr));
  if (found !== null) return found;
  if (otherwise === undefined) throw new ValueError("no such name");
  return otherwise;
}

/** The character of a name, in any case of letters. KeyError when there is none. */
export function lookup(name: string): string {
  const found = character_named(String(plain(name)));
  if (found === null) throw new KeyError(`undefined character name ${repr(name)}`);
  return found;
}

/** The general category: "Lu", "Nd", "Zs" … */
export function category(chr: string): string {
  const character = String.fromCodePoint(code_of("category", chr));
  return CATEGORIES.find((each) => new RegExp(`^\\p{${each}}$`, "u").test(character)) ?? "Cn";
}

const CATEGORIES =
  "Ll Lu Lo Lt Lm Nd Nl No Mn Mc Me Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split(
    " ",
  );

/** "NFC", "NFD", "NFKC" or "NFKD" of a text. */
export function normalize(form: string, unistr: string): string {
  return String(plain(unistr)).normalize(checked_form(form));
}

export function is_normalized(form: string, unistr: string): boolean {
  return normalize(form, unistr) === plain(unistr);
}

function checked_form(form: string): "NFC" | "NFD" | "NFKC" | "NFKD" {
  if (form === "NFC" || form === "NFD" || form === "NFKC" || form === "NFKD") return form;
  throw new ValueError("invalid normalization form");
}

function code_of(caller: string, chr: Dynamic): number {
  const text = plain(chr);
  const place = caller === "name" ? "argument 1" : "argument";
  if (typeof text !== "string")
    throw new TypeError(`${caller}() ${place} must be a unicode character, not ${type_name(chr)}`);
  const [first, ...rest] = text;
  if (first === undefined || rest.length > 0)
    throw new TypeError(`${caller}() ${place} must be a unicode character, not str`);
  return first.codePointAt(0) ?? 0;
}
