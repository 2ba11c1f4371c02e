// The keys of the configuration, and what each may hold.
import { explanations } from "../../diagnostics/explanations.ts";
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
}

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
};

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
