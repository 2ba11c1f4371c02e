// The file system beyond open files: names, directories, attributes. Synchronous, as in Python.
import {
  accessSync,
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  type Stats,
} from "node:fs";
import { homedir, tmpdir } from "node:os";

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

export interface FileStatus {
  readonly mode: number;
  readonly inode: number;
  readonly device: number;
  readonly links: number;
  readonly user: number;
  readonly group: number;
  readonly size: number;
  readonly accessed: number;
  readonly modified: number;
  readonly changed: number;
  readonly kind: DirectoryEntry["kind"];
}

/** Node's error with its `code` when there is no such file. */
export function file_status(path: string, follow_links = true): FileStatus {
  const stats = follow_links ? statSync(path) : lstatSync(path);
  return {
    mode: stats.mode,
    inode: stats.ino,
    device: stats.dev,
    links: stats.nlink,
    user: stats.uid,
    group: stats.gid,
    size: stats.size,
    accessed: stats.atimeMs / 1000,
    modified: stats.mtimeMs / 1000,
    changed: stats.ctimeMs / 1000,
    kind: kind_of(stats),
  };
}

export function list_directory(path: string): readonly DirectoryEntry[] {
  return readdirSync(path, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    kind: kind_of(entry),
  }));
}

export const make_directory = (path: string, mode: number): void =>
  mkdirSync(path, { mode }) as void;
export const remove_file = (path: string): void => unlinkSync(path);
export const remove_directory = (path: string): void => rmdirSync(path);
export const remove_tree = (path: string): void => rmSync(path, { recursive: true });
export const rename_file = (from: string, to: string): void => renameSync(from, to);
export const copy_file = (from: string, to: string): void => copyFileSync(from, to);
export const link_file = (from: string, to: string): void => linkSync(from, to);
export const make_symbolic_link = (target: string, path: string): void => symlinkSync(target, path);
export const read_link = (path: string): string => readlinkSync(path);
export const change_mode = (path: string, mode: number): void => chmodSync(path, mode);
export const set_times = (path: string, accessed: number, modified: number): void =>
  utimesSync(path, accessed, modified);
export const real_path = (path: string): string => realpathSync(path);
export const does_exist = (path: string): boolean => existsSync(path);

/** Whether the process may do with the file what the bits of `mode` say. */
export function is_allowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

export const current_directory = (): string => process.cwd();
export const change_directory = (path: string): void => process.chdir(path);
export const home_directory = (): string => homedir();
export const temporary_directory = (): string => tmpdir();

/** The process's environment: reading and writing it reads and writes this. */
export const environment = process.env;
export const process_id = (): number => process.pid;
export const parent_process_id = (): number => process.ppid;

function kind_of(
  entry: Pick<Stats, "isFile" | "isDirectory" | "isSymbolicLink">,
): DirectoryEntry["kind"] {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "directory";
  return entry.isFile() ? "file" : "other";
}
