// What an assertion asks of the test that it belongs to.
import type { Dynamic } from "../../builtins/dynamic.ts";

export interface Asserting {
  readonly failureException: Dynamic;
  readonly _diffThreshold: number;
  fail(msg?: Dynamic): never;
  assertIsInstance(obj: Dynamic, cls: Dynamic, msg?: Dynamic): void;
  _baseAssertEqual(first: Dynamic, second: Dynamic, msg?: Dynamic): void;
  _formatMessage(msg: Dynamic, standardMsg: Dynamic): Dynamic;
  _truncateMessage(message: string, diff: string): string;
}
