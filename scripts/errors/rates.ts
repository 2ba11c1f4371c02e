// How often our verdicts equal CPython's: by module and by the stage that refuses.
import type { Compared, Shown } from "./judge.ts";

interface Rate {
  texts: number;
  accepted: number;
  rejected: number;
  /** Refused by one of the two only. */
  unlike: number;
  type: number;
  message: number;
  line: number;
  column: number;
  all: number;
  end: number;
}

export class Rates {
  readonly #by_name = new Map<string, Rate>();
  readonly differing: Compared[] = [];
  unjudged = 0;

  add(compared: Compared): void {
    const { verdict, ours } = compared;
    if (verdict.error === undefined) {
      this.unjudged++;
      return;
    }
    const names = ["all", `module ${compared.case.module}`];
    if (verdict.stage !== undefined) names.push(`stage ${verdict.stage}`);
    const error = nearest(compared);
    // CPython gives no place where it could not decode or found a null byte
    const has_place = (error?.[2] ?? 0) > 0;
    const is_same = (at: number): boolean =>
      error?.[at] === ours?.[at] || (at >= 2 && error !== null && !has_place);
    for (const name of names) {
      const rate = this.of(name);
      rate.texts++;
      if ((error === null) !== (ours === null)) rate.unlike++;
      else if (error === null) rate.accepted++;
      else rate.rejected++;
      if (error === null || ours === null) continue;
      if (is_same(0)) rate.type++;
      if (is_same(1)) rate.message++;
      if (is_same(2)) rate.line++;
      if (is_same(3)) rate.column++;
      if ([0, 1, 2, 3].every(is_same)) rate.all++;
      if ([0, 1, 2, 3, 4, 5].every(is_same)) rate.end++;
    }
    if (![0, 1, 2, 3].every(is_same)) this.differing.push(compared);
  }

  of(name: string): Rate {
    const known = this.#by_name.get(name);
    if (known !== undefined) return known;
    const rate: Rate = {
      texts: 0,
      accepted: 0,
      rejected: 0,
      unlike: 0,
      type: 0,
      message: 0,
      line: 0,
      column: 0,
      all: 0,
      end: 0,
    };
    this.#by_name.set(name, rate);
    return rate;
  }

  table(): string {
    const names = [...this.#by_name.keys()].sort();
    const head =
      "                            texts  accepted  rejected  unlike    type message    line  column  all four  ends too";
    return [head, ...names.map((name) => row(name, this.of(name)))].join("\n");
  }
}

function row(name: string, rate: Rate): string {
  const refused = rate.rejected;
  const percent = (count: number): string =>
    (refused === 0 ? "-" : `${((100 * count) / refused).toFixed(1)}%`).padStart(8);
  return (
    name.padEnd(28) +
    `${rate.texts}`.padStart(5) +
    `${rate.accepted}`.padStart(10) +
    `${rate.rejected}`.padStart(10) +
    `${rate.unlike}`.padStart(8) +
    [rate.type, rate.message, rate.line, rate.column].map(percent).join("") +
    percent(rate.all).padStart(10) +
    percent(rate.end).padStart(10)
  );
}

/** A text in bytes has two verdicts, as `compile` and as running the file words them. */
function nearest({ verdict, ours }: Compared): Shown | null {
  const { error = null, file_error } = verdict;
  return file_error !== undefined && file_error !== null && file_error[1] === ours?.[1]
    ? file_error
    : error;
}

/** One line for a text that is judged differently. */
export function difference({ text, verdict, ours, case: { module } }: Compared): string {
  const source = text.length > 6000 ? `${text.slice(0, 6000)}…` : text;
  return `${module}: ${JSON.stringify(source)}\n    CPython: ${said(verdict.error)}\n    ours:    ${said(ours)}`;
}

function said(error: readonly unknown[] | null | undefined): string {
  return error === null || error === undefined ? "accepted" : error.join(" | ");
}
