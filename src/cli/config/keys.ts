// The keys of the configuration, and what each may hold.
import { explanations } from "../../diagnostics/explanations.ts";
import type { Naming } from "../../index.ts";
import { python_versions, type PythonVersion } from "../../project.ts";
import { HostError } from "../host.ts";

export interface Config {
  /** Files, folders and patterns, seen from the configuration's folder. */
  readonly inputs?: readonly string[];
  /** The folder of the outputs. */
  readonly output?: string;
  readonly exclude?: readonly string[];
  readonly workers?: number;
  readonly keepGoing?: boolean;
  /** Pattern of files, seen from the configuration's folder → codes of warnings that are not told. */
  readonly ignore?: Readonly<Record<string, readonly string[]>>;
  /** The Python that the programs were written for. */
  readonly python?: PythonVersion;
  /** Python module → package, or file seen from the configuration's folder, that is imported in its place. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Whether outputs import the runtime from the package, or from a copy in the output folder. */
  readonly runtime?: Runtime;
  /** The ECMAScript that the outputs may use. */
  readonly target?: (typeof targets)[number];
  /** How variables, functions and parameters are called. */
  readonly naming?: Naming;
}

export const namings: readonly Naming[] = ["keep", "camel"];

export const runtimes = ["import", "copy"] as const;
export type Runtime = (typeof runtimes)[number];

/** All of them give the same text: it needs ES2022, and nothing later. */
export const targets = ["es2022", "es2023", "es2024", "es2025", "esnext"] as const;

interface Kind {
  /** May throw a HostError of its own. */
  readonly is: (value: unknown) => boolean;
  readonly words: string;
}

const TEXTS: Kind = {
  is: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
  words: "a list of texts",
};

const KEYS: Readonly<Record<keyof Config, Kind>> = {
  inputs: TEXTS,
  output: { is: (value) => typeof value === "string" && value !== "", words: "a text" },
  exclude: TEXTS,
  workers: {
    is: (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) < 1000,
    words: "a number from 1 to 999",
  },
  keepGoing: { is: (value) => typeof value === "boolean", words: "true or false" },
  ignore: {
    is: (value) => is_table(value) && Object.values(value).every(are_codes),
    words: 'a table of patterns with lists of codes, e.g. { "legacy/**": ["PA0004"] }',
  },
  python: one_of(python_versions),
  modules: {
    is: (value) =>
      is_table(value) &&
      Object.entries(value).every(
        ([name, place]) => is_module(name) && typeof place === "string" && place !== "",
      ),
    words: 'a table of Python modules with packages or files, e.g. { "redis": "./shims/redis.ts" }',
  },
  runtime: one_of(runtimes),
  target: { is: is_target, words: one_of(targets).words },
  naming: one_of(namings),
};

/** A dotted name. */
export function is_module(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name);
}

function is_table(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function are_codes(value: unknown): boolean {
  if (!TEXTS.is(value)) return false;
  for (const code of value as readonly string[])
    if (!Object.hasOwn(explanations, code))
      throw new HostError(`there is no code '${code}': \`pyasync2ts explain\` lists them`);
  return true;
}

function one_of(choices: readonly string[]): Kind {
  return {
    is: (value) => choices.some((choice) => choice === value),
    words: `one of ${choices.map((choice) => `"${choice}"`).join(", ")}`,
  };
}

function is_target(value: unknown): boolean {
  const problem = target_problem(value);
  if (problem !== null) throw new HostError(problem);
  return true;
}

/** What is wrong with a target, or `null`. */
export function target_problem(value: unknown): string | null {
  if (typeof value === "string" && /^es(?:[356]|20(?:1[5-9]|2[01]))$/i.test(value))
    return `what is written needs ES2022 (classes with fields, \`await\` at the top of a module), not "${value}": lower it with a bundler`;
  const { is, words } = one_of(targets);
  return is(value) ? null : `it is ${words}`;
}

/** The value as a configuration. Throws a HostError that names the file, the key, and what was meant perhaps. */
export function checked_config(value: unknown, file: string): Config {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new HostError(`'${file}': the configuration is no object`);
  for (const [key, found] of Object.entries(value)) {
    const kind = KEYS[key as keyof Config] as Kind | undefined;
    if (kind === undefined || !Object.hasOwn(KEYS, key)) {
      const meant = nearest(key, Object.keys(KEYS));
      const hint =
        meant === null ? `there are ${Object.keys(KEYS).join(", ")}` : `did you mean '${meant}'?`;
      throw new HostError(`'${file}': unknown key '${key}': ${hint}`);
    }
    if (!is_right(kind, found, `'${file}': '${key}'`))
      throw new HostError(`'${file}': '${key}' is ${kind.words}`);
  }
  return value as Config;
}

function is_right(kind: Kind, value: unknown, place: string): boolean {
  try {
    return kind.is(value);
  } catch (error) {
    throw error instanceof HostError ? new HostError(`${place}: ${error.message}`) : error;
  }
}

/** The name that is at most a third of its letters away. */
export function nearest(text: string, names: readonly string[]): string | null {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, "");
  const measured = names.map((name) => ({ name, away: distance(plain(text), plain(name)) }));
  const [best] = measured.sort((left, right) => left.away - right.away);
  return best !== undefined && best.away <= Math.max(1, text.length / 3) ? best.name : null;
}

/** Letters to put in, take out or replace. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
