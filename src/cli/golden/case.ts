// A case: a program, and beside it what it must print, and what it gets.
import path from "node:path";
import { HostError } from "../host.ts";
import { read_directives, type Directives, type WrongDirective } from "./directives.ts";
import { files_below, kind_of_path, read_text } from "./files.ts";

/** `x.py` with `x.stdout`, `x.stderr`, `x.exit` (recorded) and `x.stdin`, `x.args` (given; an argument on each line). */
export interface Case {
  /** As it is named to the user: the path of the program. */
  readonly name: string;
  /** What runs: `x.py`, or a project's `__main__.py`. */
  readonly file: string;
  /** The path of the recorded files without their ending. */
  readonly stem: string;
  readonly directives: Directives;
  readonly wrong: readonly WrongDirective[];
  readonly stdin: string;
  readonly args: readonly string[];
}

export interface Golden {
  readonly stdout: string;
  /** `null` where it is not compared. */
  readonly stderr: string | null;
  readonly status: number;
}

export const RECORDED = ["stdout", "stderr", "exit"] as const;

/** Cases, and recorded files whose program is gone. */
export interface Found {
  readonly cases: readonly Case[];
  readonly obsolete: readonly string[];
}

/**
 * The cases in files and folders. A folder with a `__main__.py` is one case; in another, each program is one, but for
 * modules: what stands in a package or is imported by a neighbour, and has nothing recorded. `python`: for which CPython
 * they were written where their headers do not say it.
 */
export function find_cases(paths: readonly string[], python?: string): Found {
  const cases = new Map<string, Case>();
  const obsolete: string[] = [];
  for (const each of paths) {
    const kind = kind_of_path(each);
    if (kind === null) throw new HostError(`there is no file or folder '${each}'`);
    if (kind === "file" && !each.endsWith(".py")) throw new HostError(`'${each}' is no .py file`);
    const found = kind === "file" ? { programs: [each], obsolete: [] } : in_folder(each);
    for (const file of found.programs) cases.set(path.resolve(file), read_case(file, python));
    obsolete.push(...found.obsolete);
  }
  return { cases: [...cases.values()], obsolete };
}

export function golden_of({ stem, directives }: Case): Golden | null {
  const stdout = read_text(`${stem}.stdout`);
  if (stdout === null) return null;
  const stderr = read_text(`${stem}.stderr`);
  const status = read_text(`${stem}.exit`);
  return {
    stdout,
    stderr: directives.stderr ? (stderr ?? "") : stderr,
    status: status === null ? 0 : Number(status.trim()),
  };
}

function in_folder(folder: string): { readonly programs: string[]; readonly obsolete: string[] } {
  const files = files_below(folder);
  const here = new Set(files);
  const roots = files
    .filter((file) => path.basename(file) === "__main__.py")
    .map((file) => path.dirname(file));
  const in_project = (file: string): boolean =>
    roots.some((root) => file.startsWith(root + path.sep) && path.basename(file) !== "__main__.py");
  const scripts = files.filter((file) => file.endsWith(".py") && !in_project(file));
  const imported = new Set(scripts.flatMap((file) => imported_by(file)));
  const programs = scripts.filter((file) => {
    if (is_recorded(file, here)) return true;
    if (path.basename(file) === "__init__.py" || imported.has(file)) return false;
    return !here.has(path.join(path.dirname(file), "__init__.py"));
  });
  const obsolete = files.filter(
    (file) =>
      RECORDED.some((ending) => file.endsWith(`.${ending}`)) &&
      !here.has(file.replace(/\.\w+$/, ".py")),
  );
  return { programs: programs.filter((file) => !read_case(file).directives.module), obsolete };
}

function is_recorded(file: string, here: ReadonlySet<string>): boolean {
  return RECORDED.some((ending) => here.has(file.replace(/py$/, ending)));
}

/** Neighbours that the program may import: by their names alone, wherever the import stands. */
function imported_by(file: string): readonly string[] {
  const text = read_text(file) ?? "";
  const names = [
    ...text.matchAll(/^[ \t]*(?:import|from)[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*)/gm),
  ];
  return names
    .flatMap(([, list = ""]) => list.split(/[ \t]*,[ \t]*/))
    .map((name) => path.join(path.dirname(file), `${name.replaceAll(".", path.sep)}.py`));
}

function read_case(file: string, python?: string): Case {
  const stem = file.slice(0, -".py".length);
  const { directives, wrong } = read_directives(read_text(file) ?? "", python);
  const args = (read_text(`${stem}.args`) ?? "").split(/\r?\n/);
  if (args.at(-1) === "") args.pop();
  return {
    name: file,
    file,
    stem,
    directives,
    wrong,
    stdin: read_text(`${stem}.stdin`) ?? "",
    args,
  };
}
