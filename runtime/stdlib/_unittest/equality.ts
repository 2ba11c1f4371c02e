// Equality assertions that show the difference: sequences, dicts, sets, texts, counts.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { AttributeError, IndexError, TypeError } from "../../builtins/exceptions/index.ts";
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import {
  call_method,
  dict,
  eq,
  getitem,
  isinstance,
  iter,
  len,
  ne,
  repr,
  str,
  type,
} from "../../builtins/index.ts";
import { text_of } from "../../builtins/representation.ts";
import { truth } from "../../builtins/truth.ts";
import { class_name } from "../../builtins/type-name.ts";
import { ndiff } from "../difflib.ts";
import { pformat } from "../pprint.ts";
import type { Asserting } from "./asserting.ts";
import { differing_counts } from "./counts.ts";
import { safe_repr, shortened } from "./messages.ts";

/** Sequences of the same length and items; with `seq_type`, of that type. */
export function assert_sequence_equal(
  test: Asserting,
  first: Dynamic,
  second: Dynamic,
  msg: Dynamic,
  seq_type: Dynamic,
): void {
  const kind: string = seq_type === null ? "sequence" : class_name(seq_type);
  if (seq_type !== null) {
    for (const [place, value] of [
      ["First", first],
      ["Second", second],
    ] as const)
      if (!isinstance(value, seq_type))
        throw new (test.failureException as Dynamic)(
          `${place} sequence is not a ${kind}: ${safe_repr(value)}`,
        );
  }
  const differing = difference(first, second, kind, seq_type);
  if (differing === null) return;
  test.fail(
    test._formatMessage(msg, test._truncateMessage(differing, line_difference(first, second))),
  );
}

export function assert_dict_equal(
  test: Asserting,
  first: Dynamic,
  second: Dynamic,
  msg: Dynamic,
): void {
  test.assertIsInstance(first, dict, "First argument is not a dictionary");
  test.assertIsInstance(second, dict, "Second argument is not a dictionary");
  if (!truth(ne(first, second))) return;
  const text = shortened(first, second).join(" != ");
  test.fail(test._formatMessage(msg, test._truncateMessage(text, line_difference(first, second))));
}

export function assert_set_equal(
  test: Asserting,
  first: Dynamic,
  second: Dynamic,
  msg: Dynamic,
): void {
  const only_first = set_difference(test, first, second, "first");
  const only_second = set_difference(test, second, first, "second");
  if (!truth(only_first) && !truth(only_second)) return;
  const lines: string[] = [];
  for (const [items, place, other] of [
    [only_first, "first", "second"],
    [only_second, "second", "first"],
  ] as const) {
    if (!truth(items)) continue;
    lines.push(`Items in the ${place} set but not the ${other}:`);
    for (const item of iter(items)) lines.push(repr(item));
  }
  test.fail(test._formatMessage(msg, lines.join("\n")));
}

export function assert_text_equal(
  test: Asserting,
  first: Dynamic,
  second: Dynamic,
  msg: Dynamic,
): void {
  test.assertIsInstance(first, str, "First argument is not a string");
  test.assertIsInstance(second, str, "Second argument is not a string");
  if (first === second) return;
  if (len(first) > test._diffThreshold || len(second) > test._diffThreshold)
    test._baseAssertEqual(first, second, msg);
  const text = shortened(first, second).join(" != ");
  const [one, other] = ended(first, second);
  const lines = [...ndiff(str.splitlines(one, true), str.splitlines(other, true))];
  test.fail(test._formatMessage(msg, test._truncateMessage(text, `\n${lines.join("")}`)));
}

/** The same items, each as often, in any order. */
export function assert_count_equal(
  test: Asserting,
  first: Dynamic,
  second: Dynamic,
  msg: Dynamic,
): void {
  const differences = differing_counts([...iter(first)], [...iter(second)]);
  if (differences.length === 0) return;
  const lines = differences.map(
    ({ first: one, second: other, item }) =>
      `First has ${one}, Second has ${other}:  ${repr(item)}`,
  );
  const text = test._truncateMessage("Element counts were not equal:\n", lines.join("\n"));
  test.fail(test._formatMessage(msg, text));
}

function line_difference(first: Dynamic, second: Dynamic): string {
  const lines = ndiff(str.splitlines(pformat(first)), str.splitlines(pformat(second)));
  return `\n${[...lines].join("\n")}`;
}

/** What is to be told of two sequences; `null` when they are equal. */
function difference(
  first: Dynamic,
  second: Dynamic,
  kind: string,
  seq_type: Dynamic,
): string | null {
  const lengths = [length_of(first), length_of(second)];
  const [length, other_length] = lengths;
  if (length == null) return `First ${kind} has no length.    Non-sequence?`;
  if (other_length == null) return `Second ${kind} has no length.    Non-sequence?`;
  if (truth(eq(first, second))) return null;
  const head = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}s`;
  let text = `${head} differ: ${shortened(first, second).join(" != ")}\n`;
  const differs = first_difference(first, second, kind, Math.min(length, other_length));
  if (differs !== null) text += differs;
  else if (length === other_length && seq_type === null && type(first) !== type(second))
    return null;
  if (length > other_length) text += additional("first", first, kind, length, other_length);
  else if (length < other_length) text += additional("second", second, kind, other_length, length);
  return text;
}

function first_difference(
  first: Dynamic,
  second: Dynamic,
  kind: string,
  count: number,
): string | null {
  for (let at = 0; at < count; at++) {
    const one = item_at(first, at);
    if (one === null) return `\nUnable to index element ${at} of first ${kind}\n`;
    const other = item_at(second, at);
    if (other === null) return `\nUnable to index element ${at} of second ${kind}\n`;
    if (truth(ne(one.item, other.item)))
      return `\nFirst differing element ${at}:\n${shortened(one.item, other.item).join("\n")}\n`;
  }
  return null;
}

function additional(
  place: string,
  sequence: Dynamic,
  kind: string,
  length: number,
  other_length: number,
): string {
  const head = `\n${place === "first" ? "First" : "Second"} ${kind} contains ${length - other_length} additional elements.\n`;
  const extra = item_at(sequence, other_length);
  return extra === null
    ? `${head}Unable to index element ${other_length} of ${place} ${kind}\n`
    : `${head}First extra element ${other_length}:\n${safe_repr(extra.item)}\n`;
}

function length_of(value: Dynamic): number | null {
  try {
    return len(value);
  } catch (error) {
    if (as_exception(error) instanceof TypeError) return null;
    throw error;
  }
}

function item_at(sequence: Dynamic, at: number): { readonly item: Dynamic } | null {
  try {
    return { item: getitem(sequence, at) };
  } catch (thrown) {
    const error = as_exception(thrown);
    if (error instanceof TypeError || error instanceof IndexError) return null;
    throw error;
  }
}

function set_difference(test: Asserting, one: Dynamic, other: Dynamic, place: string): Dynamic {
  try {
    return call_method(one, "difference", other);
  } catch (thrown) {
    const error = as_exception(thrown);
    if (error instanceof TypeError)
      return test.fail(`invalid type when attempting set difference: ${text_of(error)}`);
    if (error instanceof AttributeError)
      return test.fail(`${place} argument does not support set difference: ${text_of(error)}`);
    throw error;
  }
}

/** Both with a newline at their end, where one of them lacks it; an empty text stays empty. */
function ended(first: string, second: string): readonly [string, string] {
  const is_open = (text: string): boolean => text !== "" && !text.endsWith("\n");
  if (first !== "" && second !== "")
    return is_open(first) || is_open(second) ? [`${first}\n`, `${second}\n`] : [first, second];
  return [is_open(first) ? `${first}\n` : first, is_open(second) ? `${second}\n` : second];
}
