// isalnum, isalpha … : what all characters of a string are.
import { receiver } from "../receiver.ts";
import { is_space } from "../whitespace.ts";

/** Digits that are not decimal: superscripts, circled ones. */
const DIGITS =
  "\\u{b2}-\\u{b3}\\u{b9}\\u{1369}-\\u{1371}\\u{19da}\\u{2070}\\u{2074}-\\u{2079}\\u{2080}-\\u{2089}" +
  "\\u{2460}-\\u{2468}\\u{2474}-\\u{247c}\\u{2488}-\\u{2490}\\u{24ea}\\u{24f5}-\\u{24fd}\\u{24ff}" +
  "\\u{2776}-\\u{277e}\\u{2780}-\\u{2788}\\u{278a}-\\u{2792}\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}" +
  "\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}";

/** Letters that mean numbers. */
const NUMERALS =
  "㐅㒃㠪㭍一七万三两九二五亖京亿什仟仨伍佰俩倆億兆兩八六十千-卅卌叁-叄四壱壹幺廾-廿弌-弎弐拐拾捌柒洞漆" +
  "玖百皕秭肆萬貮貳贰鈎钩阡陆陌陸零\\u{f96b}\\u{f973}\\u{f978}\\u{f9b2}\\u{f9d1}\\u{f9d3}\\u{f9fd}" +
  "\\u{20001}\\u{20064}\\u{200e2}\\u{20121}\\u{2092a}\\u{20983}\\u{2098c}\\u{2099c}\\u{20aea}\\u{20afd}" +
  "\\u{20b19}\\u{22390}\\u{22998}\\u{23b1b}\\u{2626d}\\u{2f890}";

const ALPHA = /^\p{L}+$/u;
const ALPHANUMERIC = /^[\p{L}\p{N}]+$/u;
const DECIMAL = /^\p{Nd}+$/u;
const DIGIT = new RegExp(`^[\\p{Nd}${DIGITS}]+$`, "u");
const NUMERIC = new RegExp(`^[\\p{N}${NUMERALS}]+$`, "u");
const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
const NOT_PRINTABLE = /(?! )[\p{C}\p{Z}]/u;
const ASCII = /^[\x00-\x7f]*$/; // oxlint-disable-line no-control-regex -- all of ASCII
const LOWER = /^\P{Lt}*$/u;
const CASED = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u;

export function isalnum(text: string): boolean {
  const whole = receiver(text, "isalnum");
  if (whole.length === 1 && whole.charCodeAt(0) < 0x80)
    return is_letter_or_digit(whole.charCodeAt(0));
  return are_ascii(whole, is_letter_or_digit) ?? ALPHANUMERIC.test(whole);
}

export function isalpha(text: string): boolean {
  const whole = receiver(text, "isalpha");
  if (whole.length === 1 && whole.charCodeAt(0) < 0x80) return is_letter(whole.charCodeAt(0));
  return are_ascii(whole, is_letter) ?? ALPHA.test(whole);
}

export function isascii(text: string): boolean {
  return ASCII.test(receiver(text, "isascii"));
}

export function isdecimal(text: string): boolean {
  const whole = receiver(text, "isdecimal");
  return are_ascii(whole, is_ascii_digit) ?? DECIMAL.test(whole);
}

export function isdigit(text: string): boolean {
  const whole = receiver(text, "isdigit");
  if (whole.length === 1 && whole.charCodeAt(0) < 0x80) return is_ascii_digit(whole.charCodeAt(0));
  return are_ascii(whole, is_ascii_digit) ?? DIGIT.test(whole);
}

export function isidentifier(text: string): boolean {
  return IDENTIFIER.test(receiver(text, "isidentifier"));
}

export function isnumeric(text: string): boolean {
  const whole = receiver(text, "isnumeric");
  return are_ascii(whole, is_ascii_digit) ?? NUMERIC.test(whole);
}

export function isprintable(text: string): boolean {
  return !NOT_PRINTABLE.test(receiver(text, "isprintable"));
}

export function isspace(text: string): boolean {
  return is_space(receiver(text, "isspace"));
}

/** Whether there are cased characters and all of them are lower case. */
export function islower(text: string): boolean {
  const whole = receiver(text, "islower");
  if (whole.length === 1 && whole < "\x80") return whole >= "a" && whole <= "z";
  return /\p{Lowercase}/u.test(whole) && !/\p{Uppercase}/u.test(whole) && LOWER.test(whole);
}

/** Whether there are cased characters and all of them are upper case. */
export function isupper(text: string): boolean {
  const whole = receiver(text, "isupper");
  if (whole.length === 1 && whole < "\x80") return whole >= "A" && whole <= "Z";
  return /\p{Uppercase}/u.test(whole) && !/\p{Lowercase}/u.test(whole) && LOWER.test(whole);
}

/** Whether each run of cased characters begins with a capital and has no other. */
export function istitle(text: string): boolean {
  let is_inside = false;
  let has_cased = false;
  for (const character of receiver(text, "istitle")) {
    const is_cased = CASED.test(character);
    if (is_cased && /[\p{Uppercase}\p{Lt}]/u.test(character) === is_inside) return false;
    has_cased ||= is_cased;
    is_inside = is_cased;
  }
  return has_cased;
}

/** Whether there are characters and all of them are of a kind; `null` where some are beyond ASCII, which others judge. */
function are_ascii(text: string, is_of_kind: (unit: number) => boolean): boolean | null {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return null;
    if (!is_of_kind(unit)) return false;
  }
  return text.length > 0;
}

function is_letter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function is_ascii_digit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function is_letter_or_digit(unit: number): boolean {
  return is_letter(unit) || is_ascii_digit(unit);
}
