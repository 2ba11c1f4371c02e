// Python's os.
import { Bytes } from "../builtins/bytes/bytes.ts";
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { as_exception } from "../builtins/exceptions/as-exception.ts";
import { error_text } from "../builtins/exceptions/errno.ts";
import { FileExistsError, OSError } from "../builtins/exceptions/index.ts";
import { as_float } from "../builtins/float.ts";
import type { int } from "../builtins/int.ts";
import { Tuple } from "../builtins/tuple.ts";
import { raise_signal } from "../concurrency/signal-handlers.ts";
import * as files from "../platform/file-system.ts";
import { random_bytes } from "../platform/digest.ts";
import { abort_process } from "../platform/process-end.ts";
import { processor_count } from "../platform/processors.ts";
import { send_signal, type SignalNumber } from "../platform/signals.ts";
import { namedtuple } from "./_collections/namedtuple.ts";
import { Environ } from "./_os/environ.ts";
import { fspath, with_os_errors } from "./_os/guard.ts";
import { isdir, join, normpath, split } from "./os/path.ts";

export * as path from "./os/path.ts";
export { fspath };

export const name = "posix";
export const sep = "/";
export const pathsep = ":";
export const curdir = ".";
export const pardir = "..";
export const extsep = ".";
export const linesep = "\n";
export const devnull = "/dev/null";
export const F_OK: int = 0;
export const X_OK: int = 1;
export const W_OK: int = 2;
export const R_OK: int = 4;
export const environ = new Environ();

export function getenv(key: string, default_: Dynamic = null): Dynamic {
  return environ.get(key, default_);
}

export function putenv(key: string, value: string): void {
  environ.set(key, value);
}

export function getcwd(): string {
  return files.current_directory();
}

export function chdir(path: Dynamic): void {
  with_os_errors([path], () => files.change_directory(fspath(path)));
}

export function getpid(): int {
  return files.process_id();
}

/** Sends a signal; to the program itself its handler has run when this returns. ProcessLookupError, PermissionError. */
export function kill(pid: int, signal: SignalNumber): void {
  const [target, number] = [Number(pid), Number(signal)];
  if (target === files.process_id() && number !== 0) raise_signal(number);
  else with_os_errors([], () => send_signal(number, target));
}

export function getppid(): int {
  return files.parent_process_id();
}

export function cpu_count(): int {
  return processor_count();
}

export function process_cpu_count(): int {
  return processor_count();
}

export function urandom(size: int): Bytes {
  return new Bytes(random_bytes(Number(size)));
}

export function strerror(code: int): string {
  return error_text(code);
}

/** Ends the process at once. */
export function _exit(status: int): never {
  abort_process(status);
}

/** The names in a directory, in no particular order. */
export function listdir(path: Dynamic = "."): string[] {
  return with_os_errors([path], () => files.list_directory(fspath(path ?? "."))).map(
    (entry) => entry.name,
  );
}

/** An entry of a directory. */
export class DirEntry {
  static readonly __name__: string = "DirEntry";
  static readonly __module__: string = "posix";
  readonly name: string;
  readonly path: string;

  constructor(name: string, path: string) {
    this.name = name;
    this.path = path;
  }

  is_dir(): boolean {
    return isdir(this.path);
  }

  is_file(): boolean {
    return stat_or_null(this.path)?.kind === "file";
  }

  is_symlink(): boolean {
    return files.file_status(this.path, false).kind === "link";
  }

  stat(): Dynamic {
    return stat(this.path);
  }

  __fspath__(): string {
    return this.path;
  }

  __repr__(): string {
    return `<DirEntry '${this.name}'>`;
  }
}

/** The entries of a directory; also a context manager. */
export function scandir(path: Dynamic = "."): Iterable<DirEntry> & {
  __enter__(): Iterable<DirEntry>;
  __exit__(): null;
} {
  const entries = listdir(path).map((each) => new DirEntry(each, join(path, each)));
  return {
    [Symbol.iterator]: () => entries.values(),
    __enter__: () => entries,
    __exit__: () => null,
  };
}

export function mkdir(path: Dynamic, mode: int = 0o777): void {
  with_os_errors([path], () => files.make_directory(fspath(path), mode));
}

/** With all directories above. FileExistsError unless `exist_ok`. */
export function makedirs(name: Dynamic, mode: int = 0o777, exist_ok: boolean = false): void {
  const path = fspath(name);
  const [head] = split(path.replace(/(?!^)\/+$/, ""));
  if (head !== "" && !files.does_exist(head)) makedirs(head, 0o777, true);
  try {
    mkdir(path, mode);
  } catch (error) {
    if (error instanceof FileExistsError && exist_ok && isdir(path)) return;
    throw error;
  }
}

export function remove(path: Dynamic): void {
  with_os_errors([path], () => files.remove_file(fspath(path)));
}

export function unlink(path: Dynamic): void {
  remove(path);
}

export function rmdir(path: Dynamic): void {
  with_os_errors([path], () => files.remove_directory(fspath(path)));
}

export function removedirs(name: Dynamic): void {
  rmdir(name);
  try {
    for (let [head] = split(normpath(name)); head !== ""; [head] = split(head)) rmdir(head);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
  }
}

export function rename(src: Dynamic, dst: Dynamic): void {
  with_os_errors([src, dst], () => files.rename_file(fspath(src), fspath(dst)));
}

export function replace(src: Dynamic, dst: Dynamic): void {
  rename(src, dst);
}

export function link(src: Dynamic, dst: Dynamic): void {
  with_os_errors([src, dst], () => files.link_file(fspath(src), fspath(dst)));
}

export function symlink(src: Dynamic, dst: Dynamic): void {
  with_os_errors([src, dst], () => files.make_symbolic_link(fspath(src), fspath(dst)));
}

export function readlink(path: Dynamic): string {
  return with_os_errors([path], () => files.read_link(fspath(path)));
}

export function chmod(path: Dynamic, mode: int): void {
  with_os_errors([path], () => files.change_mode(fspath(path), mode));
}

export function utime(path: Dynamic, times: readonly [number, number] | null = null): void {
  const now = Date.now() / 1000;
  const [accessed, modified] = times ?? [now, now];
  with_os_errors([path], () => files.set_times(fspath(path), Number(accessed), Number(modified)));
}

export function access(path: Dynamic, mode: int): boolean {
  return files.is_allowed(fspath(path), mode);
}

/** Size, times and kind of a file. */
export function stat(
  path: Dynamic,
  { follow_symlinks = true }: { follow_symlinks?: boolean } = {},
): Dynamic {
  const status = with_os_errors([path], () => files.file_status(fspath(path), follow_symlinks));
  const [accessed, modified, changed] = [status.accessed, status.modified, status.changed].map(
    as_float,
  );
  return new (stat_result())(
    status.mode,
    status.inode,
    status.device,
    status.links,
    status.user,
    status.group,
    status.size,
    accessed,
    modified,
    changed,
  );
}

/** `(path, directories, files)` of a directory and of all below it. */
export function* walk(
  top: Dynamic,
  topdown: boolean = true,
  onerror: Dynamic = null,
  followlinks: boolean = false,
): Generator<readonly [string, string[], string[]]> {
  let entries: readonly files.DirectoryEntry[];
  const path = fspath(top);
  try {
    entries = with_os_errors([path], () => files.list_directory(path));
  } catch (error) {
    if (onerror !== null) call(onerror, as_exception(error));
    return;
  }
  const is_below = (entry: files.DirectoryEntry): boolean =>
    entry.kind === "directory" || (entry.kind === "link" && isdir(join(path, entry.name)));
  const directories = entries.filter(is_below).map((entry) => entry.name);
  const others = entries.filter((entry) => !is_below(entry)).map((entry) => entry.name);
  if (topdown) yield Tuple.of(path, directories, others);
  for (const each of directories) {
    const below = join(path, each);
    if (followlinks || files.file_status(below, false).kind !== "link")
      yield* walk(below, topdown, onerror, followlinks);
  }
  if (!topdown) yield Tuple.of(path, directories, others);
}

let result_class: ReturnType<typeof namedtuple> | null = null;

function stat_result(): ReturnType<typeof namedtuple> {
  result_class ??= namedtuple(
    "stat_result",
    "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime",
    { module: "os" },
  );
  return result_class;
}

function stat_or_null(path: string): files.FileStatus | null {
  try {
    return files.file_status(path);
  } catch {
    return null;
  }
}
