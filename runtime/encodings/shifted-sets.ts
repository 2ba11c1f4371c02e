// The sets of characters that escape sequences call in ISO-2022-JP and HZ.
import { find_charset } from "./charset.ts";
import { cell_of, SHIFT } from "./grid.ts";

export interface ShiftedSet {
  /** What calls it, after the escape byte. */
  readonly call: string;
  readonly size: 1 | 2;
  /** The text of its bytes; `undefined` where that is nothing. */
  readonly read: (bytes: readonly number[]) => string | undefined;
  /** The bytes of a character, all below 0x80. */
  readonly write: (character: string) => readonly number[] | undefined;
}

export const HZ = "hz";

export const ASCII: ShiftedSet = {
  call: "(B",
  size: 1,
  read: ([byte = 0]) => (byte < 0x80 ? String.fromCharCode(byte) : undefined),
  write: (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? [code] : undefined;
  },
};

/** The sets of an encoding, in the order in which a character is looked for. */
export function sets_of(name: string): readonly ShiftedSet[] {
  return by_name.get(name) ?? [];
}

/** JIS X 0201: ASCII but for two characters. */
const roman: ShiftedSet = {
  call: "(J",
  size: 1,
  read: ([byte = 0]) =>
    byte === 0x5c ? "¥" : byte === 0x7e ? "‾" : byte < 0x80 ? String.fromCharCode(byte) : undefined,
  write: (character) => (character === "¥" ? [0x5c] : character === "‾" ? [0x7e] : undefined),
};
const japanese = pairs_of("$B", "euc_jp", []);
const old_japanese = { ...japanese, call: "$@" };
const rare_japanese = pairs_of("$(D", "euc_jp", [SHIFT]);
const chinese = pairs_of("$A", "gb2312", []);

const by_name: ReadonlyMap<string, readonly ShiftedSet[]> = new Map([
  [HZ, [ASCII, chinese]],
  ["iso2022_jp", [ASCII, japanese, roman, old_japanese]],
  ["iso2022_jp_1", [ASCII, japanese, rare_japanese, roman, old_japanese]],
]);

/** The pairs of a charset, after a byte that they all have before them, without their high bits. */
function pairs_of(call: string, name: string, head: readonly number[]): ShiftedSet {
  return {
    call,
    size: 2,
    read: (bytes) => {
      if (bytes.some((byte) => byte < 0x21 || byte > 0x7e)) return undefined;
      return find_charset(name)?.read(cell_of([...head, ...bytes.map((byte) => byte | 0x80)]));
    },
    write: (character) => {
      const bytes = find_charset(name)?.write(character);
      if (bytes === undefined || bytes.length !== head.length + 2) return undefined;
      const pair = bytes.slice(head.length);
      return pair.every((byte) => byte > 0xa0) ? pair.map((byte) => byte & 0x7f) : undefined;
    },
  };
}
