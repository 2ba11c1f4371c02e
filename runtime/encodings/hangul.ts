// Hangul syllables that KS X 1001 lacks, spelt letter by letter in eight bytes of euc_kr.

export const HANGUL_LEAD = 0xa4;
export const HANGUL_FILLER = 0xd4;
export const HANGUL_SIZE = 8;

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const FIRST_LETTER = 0x3131;
const FIRST_BYTE = 0xa1;
const VOWELS = 21;
const FIRST_VOWEL = 0xbf;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/** The syllable of eight bytes; `undefined` when they spell none. */
export function hangul_read(bytes: Uint8Array): string | undefined {
  if ([2, 4, 6].some((at) => bytes[at] !== HANGUL_LEAD)) return undefined;
  const initial = INITIALS.indexOf(letter(bytes[3] ?? 0));
  const vowel = (bytes[5] ?? 0) - FIRST_VOWEL;
  const final = bytes[7] === HANGUL_FILLER ? 0 : FINALS.indexOf(letter(bytes[7] ?? 0)) + 1;
  if (initial < 0 || vowel < 0 || vowel >= VOWELS) return undefined;
  if (final === 0 && bytes[7] !== HANGUL_FILLER) return undefined;
  const place = (initial * VOWELS + vowel) * (FINALS.length + 1) + final;
  return String.fromCharCode(FIRST_SYLLABLE + place);
}

/** The eight bytes of a syllable; `undefined` for what is none. */
export function hangul_written(character: string): readonly number[] | undefined {
  const code = character.charCodeAt(0);
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return undefined;
  const place = code - FIRST_SYLLABLE;
  const finals = FINALS.length + 1;
  const final = place % finals;
  const syllable = Math.floor(place / finals);
  return [
    HANGUL_FILLER,
    byte_of(INITIALS.charAt(Math.floor(syllable / VOWELS))),
    FIRST_VOWEL + (syllable % VOWELS),
    final === 0 ? HANGUL_FILLER : byte_of(FINALS.charAt(final - 1)),
  ].flatMap((byte) => [HANGUL_LEAD, byte]);
}

function letter(byte: number): string {
  return byte < FIRST_BYTE ? "-" : String.fromCharCode(FIRST_LETTER + byte - FIRST_BYTE);
}

function byte_of(character: string): number {
  return FIRST_BYTE + character.charCodeAt(0) - FIRST_LETTER;
}
