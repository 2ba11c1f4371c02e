// The file system as the command line needs it: the only node:fs under src.
import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { hash_of, manifest_text, MANIFEST, parse_manifest } from "./manifest.ts";

/** What went wrong with a file, in words for the user. */
export class HostError extends Error {
  override readonly name = "HostError";
}

/** The bytes of a file, or of standard input for `-`. Throws a HostError that names the file and the reason. */
export function read_source(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    throw new HostError(`can't read '${file}': ${reason(error)}`);
  }
}

/** The bytes of a file, or `null` when there is none. Throws a HostError. */
export function read_if_exists(file: string): Uint8Array | null {
  return status_of(file)?.isFile() === true ? read_source(file) : null;
}

/** What is there, links followed; `null`: nothing. Throws a HostError where that can't be told. */
export function status_of(file: string): Stats | null {
  try {
    return statSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new HostError(`can't read '${file}': ${reason(error)}`);
  }
}

/** A failure of the machine (a full disk, too many open files …) where nobody expected one: told as such. */
export function machine_failure(error: unknown): HostError | null {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return null;
  const { path: place } = error as { readonly path?: unknown };
  const where = typeof place === "string" ? ` '${place}'` : "";
  return new HostError(`can't ${String(error.syscall)}${where}: ${reason(error)}`);
}

export function is_folder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Writes a file at once or not at all, and records its hash beside it. A file whose text is neither
 * the new one nor the one recorded belongs to a person: it is only replaced with `force`.
 */
export function write_output(file: string, text: string, force: boolean): void {
  const existing = read_if_exists(file);
  const record = path.join(path.dirname(file), MANIFEST);
  const known = read_if_exists(record);
  const decoded = known === null ? null : new TextDecoder().decode(known);
  const manifest = parse_manifest(decoded, __VERSION__);
  const name = path.basename(file);
  if (
    existing !== null &&
    !force &&
    hash_of(existing) !== hash_of(text) &&
    hash_of(existing) !== manifest.outputs[name]?.hash
  )
    throw new HostError(
      `'${file}' was edited since it was written, or is not ours: use --force to replace it, or -o to write elsewhere`,
    );
  const outputs = { ...manifest.outputs, [name]: { hash: hash_of(text) } };
  try {
    write_atomically(file, text);
    write_atomically(record, manifest_text({ ...manifest, outputs }, __VERSION__));
  } catch (error) {
    throw new HostError(`can't write '${file}': ${reason(error)}`);
  }
}

/** Empties a file; the result appends a line of JSON at each call. */
export function line_writer(file: string): (value: object) => void {
  try {
    writeFileSync(file, "");
  } catch (error) {
    throw new HostError(`can't write '${file}': ${reason(error)}`);
  }
  return (value) => appendFileSync(file, `${JSON.stringify(value)}\n`);
}

/** A new private folder for the modules of a program that is run; the caller removes it. */
export function make_private_folder(): string {
  const ours = `pyasync2ts-run-${os.hostname().replaceAll(/[^\w.]/g, "_")}-`;
  remove_orphans(ours);
  return mkdtempSync(path.join(os.tmpdir(), `${ours}${process.pid}-`));
}

/** What runs in the private folder finds the packages that are installed for the working folder. */
export function link_packages(folder: string): void {
  for (let at = process.cwd(); ; at = path.dirname(at)) {
    const installed = path.join(at, "node_modules");
    if (statSync(installed, { throwIfNoEntry: false })?.isDirectory() === true)
      return symlinkSync(installed, path.join(folder, "node_modules"), "junction");
    if (at === path.dirname(at)) return;
  }
}

/** Who is killed leaves its folder behind; the next one on this machine clears it away. */
function remove_orphans(ours: string): void {
  for (const name of names_in(os.tmpdir())) {
    if (!name.startsWith(ours)) continue;
    const pid = Number(name.slice(ours.length).split("-")[0]);
    if (!Number.isInteger(pid) || pid <= 0 || is_running(pid)) continue;
    try {
      remove_folder(path.join(os.tmpdir(), name));
    } catch {
      // it belongs to somebody else
    }
  }
}

function names_in(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function is_running(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

export function remove_folder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function write_private(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export function write_atomically(file: string, text: string): void {
  const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EEXIST: "it is there already, and no folder",
  EMFILE: "too many open files",
  ENOTDIR: "a part of its path is not a folder",
  ENOSPC: "the disk is full",
  EROFS: "the file system is read-only",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "too many symbolic links",
};

export function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
