// ISO-2022-JP and HZ: seven bits a byte, where escape sequences choose the charset of what follows.
import type { Broken } from "./broken.ts";
import { ILLEGAL, INCOMPLETE } from "./multibyte.ts";
import type { Unfit } from "./unfit.ts";
import { ASCII, HZ, sets_of, type ShiftedSet } from "./shifted-sets.ts";

export function decode_shifting(bytes: Uint8Array, name: string, broken: Broken): string {
  const sets = sets_of(name);
  const step = name === HZ ? read_hz : read_iso2022;
  const state: State = { set: ASCII, is_foreign: false };
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const { read, size } = step(bytes, at, state, sets);
    const reason = size === 0 ? INCOMPLETE : ILLEGAL;
    const end = size === 0 ? bytes.length : at + size;
    text += read ?? broken(name, at, end, reason);
    at = end;
  }
  return text;
}

interface State {
  set: ShiftedSet;
  /** Inside an escape sequence of no charset (a terminal's), which is kept up to its capital letter. */
  is_foreign: boolean;
}

/** `read`: the text, `undefined` when the bytes are broken. `size`: how many bytes; 0 when the input ends too early. */
interface Step {
  readonly read: string | undefined;
  readonly size: number;
}

const ESCAPE = 0x1b;
const TILDE = 0x7e;
const CUT: Step = { read: undefined, size: 0 };

function read_hz(bytes: Uint8Array, at: number, state: State, sets: readonly ShiftedSet[]): Step {
  const byte = bytes[at] ?? 0;
  if (byte !== TILDE)
    return byte >= 0x80 ? { read: undefined, size: 1 } : read_set(bytes, at, state, 1);
  if (at + 1 === bytes.length) return CUT;
  const second = String.fromCharCode(bytes[at + 1] ?? 0);
  const is_plain = state.set === ASCII;
  if (is_plain && second === "~") return { read: "~", size: 2 };
  if (is_plain && second === "\n") return { read: "", size: 2 };
  if (second !== (is_plain ? "{" : "}")) return { read: undefined, size: 1 };
  state.set = sets.find((set) => (set === ASCII) !== is_plain) ?? ASCII;
  return { read: "", size: 2 };
}

/** `blamed`: how many bytes of a pair that is none. */
function read_set(bytes: Uint8Array, at: number, { set }: State, blamed: number): Step {
  if (at + set.size > bytes.length) return CUT;
  const read = set.read([...bytes.subarray(at, at + set.size)]);
  return { read, size: read === undefined ? blamed : set.size };
}

function read_iso2022(
  bytes: Uint8Array,
  at: number,
  state: State,
  sets: readonly ShiftedSet[],
): Step {
  const byte = bytes[at] ?? 0;
  const alone = { read: String.fromCharCode(byte), size: 1 };
  if (state.is_foreign) {
    state.is_foreign = !ends_escape(byte);
    return alone;
  }
  if (byte === ESCAPE) {
    if (at + 1 === bytes.length) return CUT;
    if ("()$.&".includes(String.fromCharCode(bytes[at + 1] ?? 0)))
      return read_escape(bytes, at, state, sets);
    state.is_foreign = true;
    return alone;
  }
  if (byte < 0x20) return alone;
  return byte >= 0x80 ? { read: undefined, size: 1 } : read_set(bytes, at, state, state.set.size);
}

const LONGEST_ESCAPE = 16;

function read_escape(
  bytes: Uint8Array,
  at: number,
  state: State,
  sets: readonly ShiftedSet[],
): Step {
  let size = 2;
  while (
    size <= LONGEST_ESCAPE &&
    !(at + size > bytes.length) &&
    !ends_escape(bytes[at + size - 1] ?? 0)
  )
    size++;
  if (size > LONGEST_ESCAPE) return { read: undefined, size: 1 };
  if (at + size > bytes.length) return CUT;
  const escape = String.fromCharCode(...bytes.subarray(at + 1, at + size));
  const [, dollar = "", graphic = "", final = ""] = /^(\$?)([()]?)([A-Z@])$/.exec(escape) ?? [];
  const set = sets.find(
    (each) => each.call.endsWith(final) && (each.size === 2) === (dollar !== ""),
  );
  if (final === "" || dollar + graphic === "" || set === undefined)
    return { read: undefined, size };
  if (graphic !== ")") state.set = set;
  return { read: "", size };
}

function ends_escape(byte: number): boolean {
  return byte >= 0x40 && byte <= 0x5a;
}

export function encode_shifting(
  characters: readonly string[],
  name: string,
  unfit: Unfit,
): number[] {
  const sets = sets_of(name);
  const bytes: number[] = [];
  let current = ASCII;
  const call = (set: ShiftedSet) => {
    if (set === current) return;
    current = set;
    const [lead, sequence] = name === HZ ? ["~", set === ASCII ? "}" : "{"] : ["\x1b", set.call];
    for (const each of lead + sequence) bytes.push(each.charCodeAt(0));
  };
  const write = (character: string): boolean => {
    for (const set of sets) {
      const written = set.write(character);
      if (written === undefined) continue;
      call(set);
      bytes.push(...written);
      if (name === HZ && character === "~") bytes.push(TILDE);
      return true;
    }
    return false;
  };
  characters.forEach((character, at) => {
    if (write(character)) return;
    const given = unfit(at, at + 1, ILLEGAL);
    if (typeof given !== "string") bytes.push(...given);
    else for (const each of given) write(each);
  });
  call(ASCII);
  return bytes;
}
