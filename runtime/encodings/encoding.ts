// Names of encodings, in the many spellings that Python takes, and what each of them is.
import { ALIASES } from "./aliases.generated.ts";
import { find_charset, type Charset } from "./charset.ts";
import type { Wide } from "./wide.ts";

export type Encoding =
  | { readonly kind: "utf-8"; readonly has_signature: boolean; readonly name: string }
  | { readonly kind: "narrow"; readonly limit: 128 | 256; readonly name: string }
  | ({ readonly kind: "wide" } & Wide)
  | { readonly kind: "single byte"; readonly charset: Charset; readonly name: string }
  | { readonly kind: "multibyte"; readonly charset: Charset; readonly name: string }
  | { readonly kind: "utf-7"; readonly name: string }
  | { readonly kind: "escapes"; readonly is_raw: boolean; readonly name: string }
  | { readonly kind: "shifting"; readonly name: string }
  /** Bytes to bytes, or text to text. */
  | { readonly kind: "no text"; readonly name: string }
  /** Python has it, this room does not. */
  | { readonly kind: "unsupported"; readonly name: string };

/** The encoding of that name; `null` when Python knows none. */
export function find_encoding(name: string): Encoding | null {
  let encoding = remembered.get(name);
  if (encoding === undefined) {
    encoding = look_up(module_name(name));
    remembered.set(name, encoding);
  }
  return encoding;
}

const remembered = new Map<string, Encoding | null>();

/** The name of the module of CPython's `encodings` that a name leads to, should there be one. */
function module_name(name: string): string {
  const normal = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "_")
    .replace(/^_+(?=.)|(?<=.)_+$/g, "");
  for (const spelling of [normal, normal.replaceAll(".", "_")])
    if (Object.hasOwn(ALIASES, spelling)) return ALIASES[spelling] ?? spelling;
  return normal;
}

function look_up(name: string): Encoding | null {
  const own = algorithmic.find((each) => each.name.replaceAll("-", "_") === name);
  if (own !== undefined) return own;
  if (no_text.has(name)) return { kind: "no text", name };
  if (unsupported.has(name)) return { kind: "unsupported", name };
  const charset = find_charset(name);
  if (charset === null) return null;
  return { kind: charset.is_single ? "single byte" : "multibyte", charset, name };
}

const algorithmic: readonly Encoding[] = [
  { kind: "utf-7", name: "utf-7" },
  { kind: "escapes", is_raw: false, name: "unicode_escape" },
  { kind: "escapes", is_raw: true, name: "raw_unicode_escape" },
  { kind: "shifting", name: "hz" },
  { kind: "shifting", name: "iso2022_jp" },
  { kind: "shifting", name: "iso2022_jp_1" },
  { kind: "utf-8", has_signature: false, name: "utf-8" },
  { kind: "utf-8", has_signature: true, name: "utf-8-sig" },
  { kind: "narrow", limit: 128, name: "ascii" },
  { kind: "narrow", limit: 256, name: "latin-1" },
  { kind: "wide", bytes: 2, order: null, name: "utf-16" },
  { kind: "wide", bytes: 2, order: "little", name: "utf-16-le" },
  { kind: "wide", bytes: 2, order: "big", name: "utf-16-be" },
  { kind: "wide", bytes: 4, order: null, name: "utf-32" },
  { kind: "wide", bytes: 4, order: "little", name: "utf-32-le" },
  { kind: "wide", bytes: 4, order: "big", name: "utf-32-be" },
];

const no_text = new Set([
  "base64_codec",
  "bz2_codec",
  "hex_codec",
  "quopri_codec",
  "rot_13",
  "uu_codec",
  "zlib_codec",
]);

const unsupported = new Set(
  (
    "idna punycode undefined charmap " +
    "iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr"
  ).split(" "),
);
