// Path: a PurePath that can ask and change the file system.
import type { Bytes } from "../../builtins/bytes/bytes.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { FileExistsError, FileNotFoundError, ValueError } from "../../builtins/exceptions/index.ts";
import { open } from "../../builtins/files/index.ts";
import * as os from "../os.ts";
import { expanduser, isdir, isfile, islink, lexists, realpath, exists } from "../os/path.ts";
import { glob_pattern, PurePath } from "./pure-path.ts";

export class Path extends PurePath {
  static override readonly __name__: string = "PosixPath";

  static cwd(): Path {
    return new Path(os.getcwd());
  }

  static home(): Path {
    return new Path(expanduser("~"));
  }

  exists(): boolean {
    return exists(this);
  }

  is_file(): boolean {
    return isfile(this);
  }

  is_dir(): boolean {
    return isdir(this);
  }

  is_symlink(): boolean {
    return islink(this);
  }

  stat(): Dynamic {
    return os.stat(this);
  }

  absolute(): Path {
    return this.is_absolute() ? this : new Path(os.getcwd(), this);
  }

  /** Absolute, with links followed. FileNotFoundError for what does not exist, if `strict`. */
  resolve(strict: boolean = false): Path {
    if (strict && !lexists(this)) os.stat(this);
    return new Path(realpath(this));
  }

  expanduser(): Path {
    return new Path(expanduser(this));
  }

  open(mode: string = "r", ...rest: readonly Dynamic[]): Dynamic {
    return (open as Dynamic)(this.__fspath__(), mode, ...rest);
  }

  read_text(encoding: string | null = null, errors: string | null = null): string {
    return contents(this.open("r", { encoding, errors }));
  }

  read_bytes(): Bytes {
    return contents(this.open("rb"));
  }

  /** The number of characters that were written. */
  write_text(data: string, encoding: string | null = null, errors: string | null = null): number {
    return written(this.open("w", { encoding, errors }), data);
  }

  write_bytes(data: Dynamic): number {
    return written(this.open("wb"), data);
  }

  mkdir(mode: number = 0o777, parents: boolean = false, exist_ok: boolean = false): void {
    try {
      os.mkdir(this, mode);
    } catch (error) {
      if (
        error instanceof FileNotFoundError &&
        parents &&
        this.parent.__fspath__() !== this.__fspath__()
      ) {
        this.parent.mkdir(0o777, true, true);
        this.mkdir(mode, false, exist_ok);
      } else if (!(error instanceof FileExistsError && exist_ok && this.is_dir())) throw error;
    }
  }

  rmdir(): void {
    os.rmdir(this);
  }

  unlink(missing_ok: boolean = false): void {
    try {
      os.unlink(this);
    } catch (error) {
      if (!(missing_ok && error instanceof FileNotFoundError)) throw error;
    }
  }

  touch(_mode: number = 0o666, exist_ok: boolean = true): void {
    if (this.exists() && exist_ok) os.utime(this);
    else this.open(exist_ok ? "a" : "x").close();
  }

  rename(target: Dynamic): Path {
    os.rename(this, target);
    return new Path(target);
  }

  replace(target: Dynamic): Path {
    return this.rename(target);
  }

  symlink_to(target: Dynamic): void {
    os.symlink(target, this);
  }

  readlink(): Path {
    return new Path(os.readlink(this));
  }

  chmod(mode: number): void {
    os.chmod(this, mode);
  }

  /** The entries, in no particular order. */
  *iterdir(): Generator<Path> {
    for (const name of os.listdir(this)) yield this.joinpath(name);
  }

  /** What is below and fits a pattern; `**` stands for any depth. */
  *glob(pattern: string): Generator<Path> {
    if (pattern === "") throw new ValueError(`Unacceptable pattern: ''`);
    yield* matching(this, pattern.split("/").filter(Boolean));
  }

  *rglob(pattern: string): Generator<Path> {
    yield* matching(this, ["**", ...pattern.split("/").filter(Boolean)]);
  }
}

function* matching(path: Path, parts: readonly string[]): Generator<Path> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    yield path;
    return;
  }
  if (first !== "**") {
    if (!path.is_dir()) return;
    const pattern = glob_pattern(first);
    for (const each of path.iterdir()) {
      if (pattern.test(each.name) && (rest.length === 0 || each.is_dir()))
        yield* matching(each, rest);
    }
    return;
  }
  yield* matching(path, rest);
  if (!path.is_dir()) return;
  for (const each of path.iterdir()) {
    if (each.is_dir() && !each.is_symlink()) yield* matching(each, parts);
  }
}

function contents(file: Dynamic): Dynamic {
  try {
    return file.read();
  } finally {
    file.close();
  }
}

function written(file: Dynamic, data: Dynamic): number {
  try {
    return file.write(data);
  } finally {
    file.close();
  }
}
