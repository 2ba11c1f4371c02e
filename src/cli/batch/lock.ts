// One batch at a time in a folder: a file with the process that works there.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { HostError, is_running, reason } from "../host.ts";

const LOCK = ".pyasync2ts.lock";

/** Takes the folder; the result gives it back. Throws a HostError while another process has it. */
export function lock_folder(folder: string): () => void {
  const file = path.join(folder, LOCK);
  const own = `${os.hostname()} ${process.pid}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, own, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST"))
        throw new HostError(`can't write '${file}': ${reason(error)}`);
    }
    const holder = holder_of(file);
    if (holder !== null || attempt > 3)
      throw new HostError(
        `another pyasync2ts${holder === null ? "" : ` (process ${holder})`} is writing to '${folder}'; if that is not so, remove ${file}`,
      );
  }
}

/** Who holds it; what a killed process has left is put out of the way. */
function holder_of(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  const [host = "", pid = ""] = text.trim().split(" ");
  if (host !== os.hostname()) return `${pid} on ${host}`;
  if (/^[1-9]\d*$/.test(pid) && is_running(Number(pid)) && Number(pid) !== process.pid) return pid;
  const stale = `${file}.${process.pid}`;
  try {
    // who renames it first has it: nobody removes a lock that was taken meanwhile
    renameSync(file, stale);
    rmSync(stale, { force: true });
  } catch {
    // another process was faster
  }
  return null;
}
