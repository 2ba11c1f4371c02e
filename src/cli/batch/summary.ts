// The last lines of a batch: what was done, what was left, and what to do about it.
import type { Diagnostic } from "../../index.ts";
import type { Outcome } from "./output-folder.ts";

export interface BatchSummary {
  readonly files: number;
  readonly done: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly kept: readonly string[];
  /** Outputs whose sources are not among the inputs any more. */
  readonly gone: readonly string[];
  readonly failures: readonly string[];
  /** Of npm, which a copied runtime imports. */
  readonly packages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Places that `--keep-going` left out. */
  readonly stubs: number;
  readonly is_stopped: boolean;
  readonly folder: string;
}

export function summary(done: BatchSummary): string {
  const { counts, diagnostics, files, folder } = done;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const wrong = new Set(errors.map(({ file }) => file)).size;
  const parts = [
    `${counts.written} written`,
    ...(counts.unchanged > 0 ? [`${counts.unchanged} unchanged`] : []),
    ...(counts.kept > 0 ? [`${counts.kept} edited by hand and kept`] : []),
    ...(done.stubs > 0 ? [`${count(done.stubs, "stub")} that raise where they are reached`] : []),
    ...(wrong > 0 ? [`${wrong} with errors (${errors.length})`] : []),
  ];
  return [
    ...done.failures.map((failure) => `pyasync2ts: ${failure}`),
    ...done.kept.map(
      (output) =>
        `pyasync2ts: '${folder}/${output}' was edited by hand: the new text is in '${output}.new' (--force replaces it)`,
    ),
    ...done.gone.map(
      (output) =>
        `pyasync2ts: '${folder}/${output}' is left over: its source is not there any more`,
    ),
    ...done.packages.map(
      (name) => `pyasync2ts: the copied runtime imports the package '${name}': install it beside`,
    ),
    ...(done.is_stopped
      ? [`pyasync2ts: stopped, ${done.done} of ${files} files are done: the same command goes on`]
      : []),
    `${count(files, "file")}: ${parts.join(", ")}`,
    "",
  ].join("\n");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
