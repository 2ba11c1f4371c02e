// What a kind of statement asks of the writer of the program.
import type { Random } from "../random.ts";
import { line } from "../program.ts";
import type { Statement } from "../program.ts";

export interface Writing {
  readonly random: Random;
  /** Inside an asynchronous generator: it yields, and returns nothing. */
  readonly is_generator: boolean;
  /** The name of a coroutine function that may be called from here, or `null` where all are too costly. */
  callee(): string | null;
  /** The same of an asynchronous generator. */
  generator(): string | null;
  /** The name of a callback that may be scheduled from here. */
  callback(): string | null;
  next_label(): string;
  /** A block's statements. */
  inside(least: number, most: number): Statement[];
  awaiting(): Statement;
}

/** Writes a statement, or gives up where it can't stand. */
export type Kind = (writing: Writing) => Statement | null;

const DELAYS = ["0", "0", "0", "1", "1", "2", "0.5", "3"];

export function delay({ random }: Writing): string {
  return random.choice(DELAYS);
}

export function delay_or_none({ random }: Writing): string {
  return random.choice([...DELAYS, "None"]);
}

/** One of so many, in brackets behind its list's name. */
export function one_of({ random }: Writing, list: string, count: number): string {
  return `${list}[${random.below(count)}]`;
}

/** Awaits and logs the result. */
export function got(awaited: string): Statement {
  return line(`log("got", show(await ${awaited}))`);
}
