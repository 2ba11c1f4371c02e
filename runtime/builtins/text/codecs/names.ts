// Names of encodings: the many spellings that Python takes, and the one that errors show.
import { LookupError } from "../../exceptions/hierarchy.ts";
import { charmap, CHARMAP_NAME, is_charmap, type Charmap } from "./charmap.ts";

/** A codec that this room has itself, or `{ label }` for one that the platform decodes. */
export type Codec =
  | { readonly kind: "utf-8"; readonly has_signature: boolean; readonly name: string }
  | { readonly kind: "narrow"; readonly limit: 128 | 256; readonly name: string }
  | {
      readonly kind: "wide";
      readonly bytes: 2 | 4;
      /** `null`: little-endian, with a byte order mark. */
      readonly order: "big" | "little" | null;
      readonly name: string;
    }
  | { readonly kind: "charmap"; readonly table: Charmap; readonly name: string }
  | { readonly kind: "platform"; readonly label: string; readonly name: string };

const ALIASES: Readonly<Record<string, Codec>> = {
  utf_8: { kind: "utf-8", has_signature: false, name: "utf-8" },
  utf_8_sig: { kind: "utf-8", has_signature: true, name: "utf-8-sig" },
  ascii: { kind: "narrow", limit: 128, name: "ascii" },
  latin_1: { kind: "narrow", limit: 256, name: "latin-1" },
  utf_16: { kind: "wide", bytes: 2, order: null, name: "utf-16" },
  utf_16_le: { kind: "wide", bytes: 2, order: "little", name: "utf-16-le" },
  utf_16_be: { kind: "wide", bytes: 2, order: "big", name: "utf-16-be" },
  utf_32: { kind: "wide", bytes: 4, order: null, name: "utf-32" },
  utf_32_le: { kind: "wide", bytes: 4, order: "little", name: "utf-32-le" },
  utf_32_be: { kind: "wide", bytes: 4, order: "big", name: "utf-32-be" },
};

const SPELLINGS: Readonly<Record<string, string>> = {
  utf8: "utf_8",
  u8: "utf_8",
  utf: "utf_8",
  cp65001: "utf_8",
  utf8_sig: "utf_8_sig",
  us_ascii: "ascii",
  "646": "ascii",
  ansi_x3_4_1968: "ascii",
  latin1: "latin_1",
  latin: "latin_1",
  l1: "latin_1",
  iso8859_1: "latin_1",
  iso_8859_1: "latin_1",
  "8859": "latin_1",
  cp819: "latin_1",
  utf16: "utf_16",
  u16: "utf_16",
  utf_16le: "utf_16_le",
  utf_16be: "utf_16_be",
  utf32: "utf_32",
  u32: "utf_32",
  utf_32le: "utf_32_le",
  utf_32be: "utf_32_be",
};

/** The platform's label for encodings whose Python name it does not know. */
const LABELS: Readonly<Record<string, string>> = {
  cp936: "gbk",
  gb2312: "gbk",
  euc_cn: "gbk",
  cp950: "big5",
  sjis: "shift_jis",
  cp932: "shift_jis",
  cp949: "euc-kr",
  eucjp: "euc-jp",
  euckr: "euc-kr",
};

/** The codec of that name. LookupError when there is none. */
export function find_codec(name: string): Codec {
  let codec = remembered.get(name);
  if (codec === undefined) {
    codec = look_up(name);
    remembered.set(name, codec);
  }
  return codec;
}

const remembered = new Map<string, Codec>();

function look_up(name: string): Codec {
  const normal = name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const own = ALIASES[SPELLINGS[normal] ?? normal];
  if (own !== undefined) return own;
  const label = LABELS[normal] ?? normal.replace(/^cp(125\d)$/, "windows-$1").replaceAll("_", "-");
  try {
    const found = new TextDecoder(label).encoding;
    // These two share a decoder with other encodings.
    const own_label = /^iso-8859-(?:9|11)$/.test(label) ? label : found;
    if (is_charmap(own_label))
      return { kind: "charmap", table: charmap(found, normal), name: CHARMAP_NAME };
    return { kind: "platform", label: found, name: normal };
  } catch {
    throw new LookupError(`unknown encoding: ${name}`);
  }
}
