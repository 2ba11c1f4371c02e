// The files of cases: programs, and what is recorded beside them.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { HostError, reason, status_of } from "../host.ts";

/** The text of a file, `null` when there is none. HostError where it can't be read. */
export function read_text(file: string): string | null {
  if (!existsSync(file)) return null;
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new HostError(`can't read '${file}': ${reason(error)}`);
  }
}

/** Replaces a file whole, or leaves it as it was. */
export function write_text(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new HostError(`can't write '${file}': ${reason(error)}`);
  }
}

export function remove_file(file: string): void {
  rmSync(file, { force: true });
}

export function kind_of_path(file: string): "file" | "folder" | null {
  const found = status_of(file);
  return found === null ? null : found.isDirectory() ? "folder" : "file";
}

/** Every file below a folder, sorted; not what lies in hidden folders, node_modules and __pycache__. */
export function files_below(folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const whole = path.join(folder, entry.name);
    if (entry.isFile()) found.push(whole);
    else if (entry.isDirectory() && !/^\.|^(?:node_modules|__pycache__)$/.test(entry.name))
      found.push(...files_below(whole));
  }
  return found.sort();
}
