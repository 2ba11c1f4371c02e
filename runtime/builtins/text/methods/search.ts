// find, rfind, index, rindex, count, startswith, endswith.
import type { Dynamic } from "../../dynamic.ts";
import { TypeError, ValueError } from "../../exceptions/hierarchy.ts";
import type { int } from "../../int.ts";
import { plain } from "../../primitive.ts";
import { Tuple } from "../../tuple.ts";
import { type_name } from "../../type-name.ts";
import { code_point_index, text_length, text_part, unit_index } from "../code-points.ts";
import { bounds, receiver, text_argument } from "../receiver.ts";

type Position = int | null;

/** Where `sub` lies first within `start` and `end`; -1 when nowhere. */
export function find(
  text: string,
  sub: string,
  start: Position | undefined = undefined,
  end: Position | undefined = undefined,
): int {
  return search(receiver(text, "find"), argument(sub, "find"), start, end, false);
}

/** Where `sub` lies last within `start` and `end`; -1 when nowhere. */
export function rfind(
  text: string,
  sub: string,
  start: Position | undefined = undefined,
  end: Position | undefined = undefined,
): int {
  return search(receiver(text, "rfind"), argument(sub, "rfind"), start, end, true);
}

/** As `find`. ValueError when nowhere. */
export function index(
  text: string,
  sub: string,
  start: Position | undefined = undefined,
  end: Position | undefined = undefined,
): int {
  return found(search(receiver(text, "index"), argument(sub, "index"), start, end, false));
}

/** As `rfind`. ValueError when nowhere. */
export function rindex(
  text: string,
  sub: string,
  start: Position | undefined = undefined,
  end: Position | undefined = undefined,
): int {
  return found(search(receiver(text, "rindex"), argument(sub, "rindex"), start, end, true));
}

/** How often `sub` occurs without overlap within `start` and `end`. */
export function count(
  text: string,
  sub: string,
  start: Position | undefined = undefined,
  end: Position | undefined = undefined,
): int {
  const whole = receiver(text, "count");
  const part = argument(sub, "count");
  const [from, to] = bounds(whole, start, end);
  if (from > to) return 0;
  const range = from === 0 && end == null ? whole : text_part(whole, from, to);
  if (part === "") return text_length(range) + 1;
  let total = 0;
  for (let at = range.indexOf(part); at >= 0; at = range.indexOf(part, at + part.length)) total++;
  return total;
}

/** Whether the text within `start` and `end` begins with the prefix, or one of a tuple of prefixes. */
export function startswith(
  text: string,
  prefix: string | readonly string[],
  start: Position | undefined = undefined,
  end: Position | undefined = undefined,
): boolean {
  const range = within(receiver(text, "startswith"), start, end);
  return some_part(prefix, "startswith", (one) => range?.startsWith(one) === true);
}

/** Whether the text within `start` and `end` ends with the suffix, or one of a tuple of suffixes. */
export function endswith(
  text: string,
  suffix: string | readonly string[],
  start: Position | undefined = undefined,
  end: Position | undefined = undefined,
): boolean {
  const range = within(receiver(text, "endswith"), start, end);
  return some_part(suffix, "endswith", (one) => range?.endsWith(one) === true);
}

function search(text: string, sub: string, start: Dynamic, end: Dynamic, is_last: boolean): number {
  if (start == null && end == null) {
    const at = is_last ? text.lastIndexOf(sub) : text.indexOf(sub);
    return at <= 0 ? at : code_point_index(text, at);
  }
  const [from, to] = bounds(text, start, end);
  if (to - from < 0) return -1;
  const first = unit_index(text, from);
  const last = unit_index(text, to) - sub.length;
  if (last < first) return -1;
  const at = is_last ? text.lastIndexOf(sub, last) : text.indexOf(sub, first);
  return at < first || at > last ? -1 : code_point_index(text, at);
}

function found(at: number): number {
  if (at < 0) throw new ValueError("substring not found");
  return at;
}

function within(text: string, start: Dynamic, end: Dynamic): string | null {
  if (start == null && end == null) return text;
  const [from, to] = bounds(text, start, end);
  return from > to ? null : text_part(text, from, to);
}

function some_part(parts: unknown, name: string, test: (part: string) => boolean): boolean {
  if (typeof parts === "string") return test(parts);
  if (parts instanceof Tuple) {
    return parts.some((part) =>
      test(
        text_argument(
          part,
          () => `tuple for ${name} must only contain str, not ${type_name(part)}`,
        ),
      ),
    );
  }
  const inner = plain(parts);
  if (typeof inner === "string") return test(inner);
  throw new TypeError(`${name} first arg must be str or a tuple of str, not ${type_name(parts)}`);
}

function argument(sub: unknown, name: string): string {
  return text_argument(sub, (type) => `${name}() argument 1 must be str, not ${type}`);
}
