// Options of the command line on top of those of the configuration.
import path from "node:path";
import type { Naming, PythonVersion } from "../../index.ts";
import type { FoundConfig } from "./find-config.ts";
import type { Runtime } from "./keys.ts";
import { mapped_from, type MappedModules } from "./mapped-modules.ts";
import { silence_of, type Silence } from "./silence.ts";

export interface Configurable {
  readonly outDir?: string;
  readonly exclude?: readonly string[];
  readonly workers?: number;
  readonly keepGoing?: boolean;
  /** `false`: the configuration is left aside. */
  readonly config?: boolean;
  readonly pythonVersion?: PythonVersion;
  readonly runtime?: Runtime;
  readonly naming?: Naming;
  /** Python module → what is imported in its place, as the command line says it; then as all say it. */
  readonly alias?: MappedModules;
  readonly silence?: Silence;
  /** All inputs are those that the configuration names. */
  readonly is_whole?: boolean;
}

export interface Configured<T> {
  readonly inputs: readonly string[];
  readonly options: T;
}

/**
 * What the command line says comes first; inputs of the configuration count where it names none, and then the output
 * folder does too.
 */
export function configured<T extends Configurable>(
  inputs: readonly string[],
  options: T,
  config: FoundConfig | null,
): Configured<T> {
  const own = mapped_from("", options.alias ?? {});
  if (config === null) return { inputs, options: { ...options, alias: own } };
  const seen = (place: string): string =>
    path.relative("", path.resolve(config.folder, place)) || ".";
  const {
    exclude = [],
    workers,
    keepGoing,
    output,
    python,
    runtime,
    naming,
    modules = {},
  } = config;
  const takes_inputs = inputs.length === 0;
  const merged = {
    ...(workers === undefined ? {} : { workers }),
    ...(keepGoing === undefined ? {} : { keepGoing }),
    ...(output === undefined || !takes_inputs ? {} : { outDir: seen(output) }),
    ...(python === undefined ? {} : { pythonVersion: python }),
    ...(runtime === undefined ? {} : { runtime }),
    ...(naming === undefined ? {} : { naming }),
    ...options,
    alias: { ...mapped_from(config.folder, modules), ...own },
    exclude: [...exclude, ...(options.exclude ?? [])],
    silence: silence_of(config),
    is_whole: takes_inputs,
  };
  return { inputs: takes_inputs ? (config.inputs ?? []).map(seen) : inputs, options: merged };
}
