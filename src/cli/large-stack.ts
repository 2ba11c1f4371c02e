// A file that nests too deeply for this thread's stack, in a thread that has a larger one.
import { Worker } from "node:worker_threads";
import type { Diagnostic, EntryName, SourceMap } from "../index.ts";
import type { LibrarySettings } from "./config/program-options.ts";

/** What the other thread is asked for: `entry` is where imports are looked for, `runtime_url` means JavaScript. */
export interface DeepTask {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly entry: string;
  readonly runtime_url: string | null;
  readonly map?: boolean;
  readonly named?: EntryName | undefined;
  readonly settings: LibrarySettings;
  readonly keeps_going?: boolean;
}

export interface DeepAnswer {
  /** Laid out TypeScript; `null` when there are errors, or JavaScript was asked for. */
  readonly code: string | null;
  /** Where it was asked for. */
  readonly map: SourceMap | null;
  readonly modules: readonly { readonly path: string; readonly code: string }[] | null;
  readonly main: string;
  readonly packages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly (readonly [string, string | null])[];
}

export interface DeepResult extends Omit<DeepAnswer, "sources"> {
  readonly source: (file: string) => string | null;
}

const STACK_MB = 256;

export function is_too_deep(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === "PA0003");
}

/** `dist`: the URL of the folder with the built modules. Throws what the other thread could not handle. */
export async function on_large_stack(task: DeepTask, dist: string): Promise<DeepResult> {
  const worker = new Worker(new URL("large-stack-worker.js", dist), {
    workerData: task,
    execArgv: [],
    resourceLimits: { stackSizeMb: STACK_MB },
  });
  const answer = await new Promise<DeepAnswer>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  await worker.terminate();
  const sources = new Map(answer.sources);
  return { ...answer, source: (file) => sources.get(file) ?? null };
}
