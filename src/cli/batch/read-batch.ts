// The files of a batch, read once: their bytes, what they import, and which belong together.
import { availableParallelism } from "node:os";
import { list_file, plan_batch, type Component, type ListedFile } from "../../index.ts";
import { HostError, read_source } from "../host.ts";
import { hash_of, type SourceEntry } from "../manifest.ts";
import { read_inputs, type InputOptions } from "./inputs.ts";
import { files_reached } from "./reached.ts";

export interface BatchFile {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly listed: ListedFile;
}

export interface Batch {
  readonly base: string;
  /** Absolute path, with `/` → file; sorted. */
  readonly files: ReadonlyMap<string, BatchFile>;
  readonly components: readonly Component[];
  /** Inputs that could not be read. */
  readonly errors: readonly string[];
}

/** `known`: what an earlier run found out about a file's bytes. Throws a HostError for inputs that there are not. */
export function read_batch(
  inputs: readonly string[],
  options: InputOptions,
  known: (file: string) => SourceEntry | undefined,
): Batch {
  const { base, files: given, errors: unread } = read_inputs(inputs, options);
  const errors = [...unread];
  const files = new Map<string, BatchFile>();
  const seen = new Set(given);
  for (const file of seen) {
    const read = attempt_to_read(file, errors, known(file));
    if (read === null) continue;
    files.set(file, read);
    for (const each of files_reached(read.listed, base, (name) => seen.has(name))) seen.add(each);
  }
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  const components = plan_batch(sorted.map(([, { listed }]) => listed));
  return { base, files: new Map(sorted), components, errors };
}

function attempt_to_read(
  file: string,
  errors: string[],
  known: SourceEntry | undefined,
): BatchFile | null {
  try {
    const bytes = read_source(file);
    const hash = hash_of(bytes);
    return {
      bytes,
      hash,
      listed: known?.hash === hash ? as_listed(file, known) : list_file(file, bytes),
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    errors.push(error.message);
    return null;
  }
}

function as_listed(file: string, { imports, guard }: SourceEntry): ListedFile {
  return {
    file,
    imports: imports.map(([level, module, names]) => ({ level, module, names })),
    has_guard: guard,
  };
}

export function as_entry({ hash, listed }: BatchFile): SourceEntry {
  const imports = listed.imports.map(({ level, module, names }) => [level, module, names] as const);
  return { hash, imports, guard: listed.has_guard };
}

/** How many threads: as many as there are cores, unless something else is asked for. */
export function workers_wanted(asked: number | undefined): number {
  return asked ?? Math.max(1, Math.min(availableParallelism(), 16));
}
