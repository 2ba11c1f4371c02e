// How values are shown in the messages of failed assertions.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { len } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { class_module, class_qualname, bare_type_name } from "../../builtins/type-name.ts";

const MAX_LENGTH = 80;
const PLACEHOLDER_LENGTH = 12;
const MIN_BEGIN = 5;
const MIN_COMMON = 5;
const MIN_END = 5;
const MIN_DIFFERENCE =
  MAX_LENGTH - (MIN_BEGIN + PLACEHOLDER_LENGTH + MIN_COMMON + PLACEHOLDER_LENGTH + MIN_END);

/** `repr(value)`, also of values whose own fails. */
export function safe_repr(value: unknown, is_short = false): string {
  const text = repr_or_default(value);
  if (!is_short || len(text) < MAX_LENGTH) return text;
  return `${[...text].slice(0, MAX_LENGTH).join("")} [truncated]...`;
}

/** Two values side by side: what they have in common is cut out when they are long. */
export function shortened(first: unknown, second: unknown): readonly [string, string] {
  const texts = [[...safe_repr(first)], [...safe_repr(second)]] as const;
  const longest = Math.max(texts[0].length, texts[1].length);
  if (longest <= MAX_LENGTH) return [texts[0].join(""), texts[1].join("")];
  const common = common_length(...texts);
  const prefix = texts[0].slice(0, common);
  const kept = MAX_LENGTH - (longest - common + MIN_BEGIN + PLACEHOLDER_LENGTH);
  if (kept > MIN_COMMON) {
    const head = cut(prefix, MIN_BEGIN, kept);
    const [one = "", other = ""] = texts.map((text) => head + text.slice(common).join(""));
    return [one, other];
  }
  const head = cut(prefix, MIN_BEGIN, MIN_COMMON);
  const [one = "", other = ""] = texts.map(
    (text) => head + cut(text.slice(common), MIN_DIFFERENCE, MIN_END),
  );
  return [one, other];
}

/** `module.Class` of a test. */
export function class_text(type: Dynamic): string {
  return `${class_module(type)}.${class_qualname(type)}`;
}

function repr_or_default(value: unknown): string {
  try {
    return repr(value);
  } catch {
    return `<${bare_type_name(value)} object at 0x7f0000000000>`;
  }
}

function cut(text: readonly string[], begin: number, end: number): string {
  const left_out = text.length - begin - end;
  if (left_out <= PLACEHOLDER_LENGTH) return text.join("");
  return `${text.slice(0, begin).join("")}[${left_out} chars]${text.slice(text.length - end).join("")}`;
}

function common_length(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
