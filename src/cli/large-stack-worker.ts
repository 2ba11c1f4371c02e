// The thread with the larger stack: one task in, one answer out. Built as dist/large-stack-worker.js.
import { parentPort, workerData } from "node:worker_threads";
import { transpile, transpile_program, type Diagnostic } from "../index.ts";
import type { DeepAnswer, DeepTask } from "./large-stack.ts";
import { laid_out } from "./laid-out.ts";
import { read_imported } from "./modules.ts";

const answered = await answer(workerData as DeepTask);
parentPort?.postMessage(answered, []);

async function answer({
  bytes,
  file,
  entry,
  runtime_url,
  map = false,
  named,
  settings,
  keeps_going = false,
}: DeepTask): Promise<DeepAnswer> {
  const options = { file, read: read_imported(entry), has_large_stack: true, ...settings };
  if (runtime_url !== null) {
    const asked = { ...options, entry: named, runtime_url, keeps_going };
    const made = transpile_program(bytes, asked);
    const { modules, main, packages, ...told } = made;
    return { code: null, map: null, modules, main, packages, ...plain(told) };
  }
  const told = transpile(bytes, { ...options, map });
  const formatted = await laid_out(told);
  return { ...formatted, modules: null, main: "", packages: [], ...plain(told) };
}

/** A span may be a node of the tree, which is too deep to be sent. */
function plain(told: {
  readonly diagnostics: readonly Diagnostic[];
  readonly source: (file: string) => string | null;
}): Pick<DeepAnswer, "diagnostics" | "sources"> {
  const diagnostics = told.diagnostics.map((each) => ({
    ...each,
    span: each.span === null ? null : { start: each.span.start, end: each.span.end },
  }));
  const files = new Set(diagnostics.map(({ file }) => file));
  return { diagnostics, sources: [...files].map((file) => [file, told.source(file)] as const) };
}
