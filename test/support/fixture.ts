// A fixture: a Python program, the output recorded from CPython, and what its header declares.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const fixtures_root = path.join(repository, "fixtures");

/**
 * Header lines, `# test: <directive>`:
 * - `python 3.8`: the CPython to record with (3.13 otherwise);
 * - `mask <regex>`: what its groups match differs from run to run;
 * - `any-order`: CPython itself may print the lines in any order;
 * - `http <port>`: a local HTTP server runs beside it;
 * - `server <fixture>` / `client <fixture>`: a second program on the other side of a socket;
 * - `stderr`: what it writes on stderr is compared as well (`.err`);
 * - `exit <status>`: the exit status (0 otherwise), checked against CPython when recording;
 * - `untyped <reason>`: TypeScript refuses what Python only finds out as it runs: the golden `.ts` is not type-checked;
 * - `open <reason>`: no typed or closed program, by intention: left out of the native share;
 * - `virtual`: runs in virtual time, by CPython as well.
 */
export interface Fixture {
  /** Path below fixtures/, without `.py`: `documents/001-foo`. */
  readonly name: string;
  readonly file: string;
  readonly python: string;
  readonly masks: readonly RegExp[];
  readonly any_order: boolean;
  readonly http: number | null;
  readonly server: string | null;
  readonly client: string | null;
  readonly exit: number;
  readonly stderr: boolean;
  readonly virtual: boolean;
  readonly untyped: string | null;
  readonly open: string | null;
  readonly stdin: string;
}

/** The fixtures of an area; of a project in `projects/` that is its `main.py`. */
export function find_fixtures(area: string): readonly Fixture[] {
  const root = path.join(fixtures_root, area);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py"))
    .map((file) => path.posix.join(area, file.replaceAll(path.sep, "/").slice(0, -3)))
    .filter((name) => !/^projects\/./.test(name) || /^projects\/[^/]+\/main$/.test(name))
    .sort()
    .map(read_fixture);
}

/** The fixtures that run (the refused ones don't); with prefixes, those whose names begin with one of them. */
export function find_programs(prefixes: readonly string[] = []): readonly Fixture[] {
  return find_fixtures(".").filter(
    ({ name }) =>
      !name.startsWith("refused/") &&
      (prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix))),
  );
}

export function read_fixture(name: string): Fixture {
  const file = path.join(fixtures_root, `${name}.py`);
  const directives = [
    ...readFileSync(file, "latin1").matchAll(/^# test: (\S+)(?: (.*?))?\r?$/gm),
  ].map((match) => ({
    key: match[1] ?? "",
    value: Buffer.from(match[2] ?? "", "latin1").toString(),
  }));
  const first = (key: string) =>
    directives.find((directive) => directive.key === key)?.value ?? null;
  const beside = (key: string) => {
    const other = first(key);
    return other === null ? null : path.posix.join(path.posix.dirname(name), other);
  };
  const stdin = path.join(fixtures_root, `${name}.stdin`);
  return {
    name,
    file,
    python: first("python") ?? "3.13",
    masks: directives
      .filter((directive) => directive.key === "mask")
      .map((directive) => new RegExp(directive.value, "dgmu")),
    any_order: first("any-order") !== null,
    http: first("http") === null ? null : Number(first("http")),
    server: beside("server"),
    client: beside("client"),
    exit: Number(first("exit") ?? 0),
    stderr: first("stderr") !== null,
    virtual: first("virtual") !== null,
    untyped: first("untyped"),
    open: first("open"),
    stdin: existsSync(stdin) ? readFileSync(stdin, "utf8") : "",
  };
}

export function golden_output(fixture: Fixture): string | null {
  const file = path.join(fixtures_root, `${fixture.name}.out`);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** What CPython wrote on stderr; `null` where the fixture does not ask for it. */
export function golden_errors(fixture: Fixture): string | null {
  const file = path.join(fixtures_root, `${fixture.name}.err`);
  return fixture.stderr && existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** Stderr with bare file names, and without the frames of Python's own library. */
export function comparable_errors(fixture: Fixture, output: string): string {
  const text = output.replaceAll(path.dirname(fixture.file) + path.sep, "");
  const lines: string[] = [];
  let library: string | null = null;
  for (const line of text.split("\n")) {
    const [, margin, file] = /^([ |]*)  File "(.*)", line /.exec(line) ?? [];
    if (file !== undefined) library = /[\\/]lib[\\/]python3/.test(file) ? `${margin}    ` : null;
    else if (library !== null && !line.startsWith(library)) library = null;
    if (library === null) lines.push(line);
  }
  return lines.join("\n");
}

/** The output with each masked field replaced, and in a fixed order where CPython's is arbitrary. */
export function comparable(fixture: Fixture, output: string): string {
  let text = output;
  for (const mask of fixture.masks) text = text.replace(mask, (...groups) => hide_groups(groups));
  return fixture.any_order ? text.split("\n").sort().join("\n") : text;
}

/** `String.replace` hands over: match, groups…, offset, text (and named groups, which we don't use). */
function hide_groups(parts: readonly unknown[]): string {
  const match = String(parts[0]);
  const groups = parts.slice(
    1,
    parts.findIndex((part) => typeof part === "number"),
  );
  return groups.reduce<string>((text, group) => text.replace(String(group), "<masked>"), match);
}
