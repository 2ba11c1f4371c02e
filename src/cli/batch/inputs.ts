// Files, folders and patterns of the command line → the Python files that they mean, and the folder that is mirrored.
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import { HostError, reason, status_of } from "../host.ts";

export interface Inputs {
  /** Absolute; outputs keep their way from here. */
  readonly base: string;
  /** Absolute, with `/`, sorted. */
  readonly files: readonly string[];
  /** What could not be looked into. */
  readonly errors: readonly string[];
}

export interface InputOptions {
  /** Patterns of files and folders to leave out, seen from the base. */
  readonly exclude: readonly string[];
  /** A folder that is left out: that of the outputs. */
  readonly output: string | null;
}

/** Throws a HostError for an input that there is not. */
export function read_inputs(inputs: readonly string[], options: InputOptions): Inputs {
  const roots = inputs.map(root_of);
  const base = roots.map(({ folder }) => folder).reduce(common_folder);
  const excluded = picomatch([...options.exclude], { dot: true });
  const output = options.output === null ? null : path.resolve(options.output);
  const is_left_out = (file: string): boolean =>
    (file === output && output !== base) || excluded(slashes(path.relative(base, file)));
  const found = new Set<string>();
  const errors: string[] = [];
  for (const { folder, file, is_wanted } of roots) {
    if (file !== null) {
      found.add(slashes(file));
      continue;
    }
    const before = found.size;
    for (const each of python_files(folder, is_left_out, errors))
      if (is_wanted(slashes(path.relative(folder, each)))) found.add(slashes(each));
    if (found.size === before && roots.length === 1 && errors.length === 0)
      throw new HostError(`no Python files in '${inputs[0] ?? ""}'`);
  }
  return { base, files: [...found].sort(), errors };
}

interface Root {
  readonly folder: string;
  /** The one file that is meant; `null`: those in the folder. */
  readonly file: string | null;
  readonly is_wanted: (below: string) => boolean;
}

function root_of(input: string): Root {
  const whole = path.resolve(input);
  if (input === "-") throw new HostError("standard input has no place in a folder: name files");
  const found = input === "" ? null : status_of(whole);
  if (found?.isDirectory() === true) return { folder: whole, file: null, is_wanted: () => true };
  if (found !== null) return { folder: path.dirname(whole), file: whole, is_wanted: () => true };
  const { isGlob, base, glob } = picomatch.scan(slashes(input));
  if (!isGlob || status_of(base || ".") === null)
    throw new HostError(`can't read '${input}': there is no such file or folder`);
  const is_wanted = picomatch(glob);
  return { folder: path.resolve(base), file: null, is_wanted };
}

/** Folders that hold other people's files, or none of Python's. */
const FOREIGN = new Set(["__pycache__", "node_modules", "site-packages", "venv", "env"]);

/** Links to folders are not followed: they may lead in circles. */
function* python_files(
  folder: string,
  is_left_out: (file: string) => boolean,
  errors: string[],
): Iterable<string> {
  const entries = entries_of(folder, errors);
  if (entries.some(({ name }) => name === "pyvenv.cfg")) return;
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith(".") || is_left_out(file)) continue;
    if (entry.isDirectory()) {
      if (!FOREIGN.has(entry.name)) yield* python_files(file, is_left_out, errors);
    } else if (/\.pyw?$/.test(entry.name) && is_file(file)) yield file;
  }
}

function entries_of(folder: string, errors: string[]) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    errors.push(`can't read '${folder}': ${reason(error)}`);
    return [];
  }
}

/** Is there a file? A link that leads in a circle counts as one: reading it tells. */
export function is_file(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ELOOP";
  }
}

function common_folder(left: string, right: string): string {
  let common = left;
  while (
    common !== right &&
    !right.startsWith(common.endsWith(path.sep) ? common : common + path.sep)
  ) {
    const up = path.dirname(common);
    if (up === common) return common;
    common = up;
  }
  return common;
}

export function slashes(file: string): string {
  return path.sep === "/" ? file : file.replaceAll(path.sep, "/");
}
