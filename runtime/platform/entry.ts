// Which module the process was started with.
import { realpathSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What Node tries when the command line leaves the ending out. */
const ENDINGS = ["", ".js", ".mjs", ".cjs", ".ts", ".mts", "/index.js", "/index.ts"];

/** The URL of the script on Node's command line, links followed; `null` in worker threads and without a script. */
export function entry_url(): string | null {
  const script = process.argv[1];
  if (!is_main_thread() || script === undefined) return null;
  for (const ending of ENDINGS) {
    const file = real_path(script + ending);
    if (file !== null) return pathToFileURL(file).href;
  }
  return null;
}

/** The URL of a module with links followed, as `entry_url` gives it. */
export function real_url(url: string): string {
  if (!url.startsWith("file:")) return url;
  const bare = url.replace(/[?#].*$/, "");
  return pathToFileURL(real_path(fileURLToPath(bare)) ?? fileURLToPath(bare)).href;
}

/** Whether this is the thread the process began with. */
export function is_main_thread(): boolean {
  return process.getBuiltinModule("node:worker_threads").isMainThread;
}

function real_path(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}
