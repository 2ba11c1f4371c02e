// Numbers that are nearly equal.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import { abs, eq, gt, le, ne, repr, round, sub } from "../../builtins/index.ts";
import { truth } from "../../builtins/truth.ts";
import type { Asserting } from "./asserting.ts";
import { safe_repr } from "./messages.ts";

export interface Nearness {
  readonly places: Dynamic;
  readonly delta: Dynamic;
}

export function assert_almost_equal(
  test: Asserting,
  first: Dynamic,
  second: Dynamic,
  msg: Dynamic,
  { places, delta }: Nearness,
): void {
  if (truth(eq(first, second))) return;
  check(places, delta);
  const difference: Dynamic = abs(sub(first, second));
  const head = `${safe_repr(first)} != ${safe_repr(second)} within`;
  const tail = `(${safe_repr(difference)} difference)`;
  if (delta !== null) {
    if (truth(le(difference, delta))) return;
    test.fail(test._formatMessage(msg, `${head} ${safe_repr(delta)} delta ${tail}`));
  }
  const digits: Dynamic = places ?? 7;
  if (truth(eq(round(difference, digits), 0))) return;
  test.fail(test._formatMessage(msg, `${head} ${repr(digits)} places ${tail}`));
}

export function assert_not_almost_equal(
  test: Asserting,
  first: Dynamic,
  second: Dynamic,
  msg: Dynamic,
  { places, delta }: Nearness,
): void {
  check(places, delta);
  const difference: Dynamic = abs(sub(first, second));
  const head = `${safe_repr(first)} == ${safe_repr(second)} within`;
  const is_equal = truth(eq(first, second));
  if (delta !== null) {
    if (!is_equal && truth(gt(difference, delta))) return;
    const tail = `(${safe_repr(difference)} difference)`;
    test.fail(test._formatMessage(msg, `${head} ${safe_repr(delta)} delta ${tail}`));
  }
  const digits: Dynamic = places ?? 7;
  if (!is_equal && truth(ne(round(difference, digits), 0))) return;
  test.fail(test._formatMessage(msg, `${head} ${repr(digits)} places`));
}

function check(places: Dynamic, delta: Dynamic): void {
  if (delta !== null && places !== null) throw new TypeError("specify delta or places not both");
}
