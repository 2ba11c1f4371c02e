// A worker of a batch: one job after the other. Built as dist/batch-worker.js.
import { parentPort } from "node:worker_threads";
import { format, transpile_component, type BatchModule } from "../../index.ts";
import { hash_of } from "../manifest.ts";
import type { Answer, Job, ModuleAnswer } from "./jobs.ts";

parentPort?.on("message", (job: Job) => {
  void work(job);
});

async function work(job: Job): Promise<void> {
  if (job.kind === "layout") answer({ kind: "text", code: await format(job.code) });
  else await transpile(job);
  answer({ kind: "done" });
}

async function transpile(job: Extract<Job, { kind: "component" }>): Promise<void> {
  const { component, bytes, shares, layout, known } = job;
  const bytes_of = (file: string): Uint8Array => bytes[file] ?? new Uint8Array();
  for (const module of transpile_component(component, bytes_of, { shares })) {
    const printed = module.code === null ? null : hash_of(module.code);
    const is_known = printed !== null && known[module.file] === printed;
    const is_laid_out = layout === "here" && !is_known;
    const plain = sendable(module);
    const code =
      plain.code === null || is_known || layout === "none"
        ? null
        : is_laid_out
          ? await format(plain.code)
          : plain.code;
    answer({ kind: "module", module: { ...plain, code, printed, is_known, is_laid_out } });
  }
}

/** A span may be a node of the tree, which is too deep to be sent. */
function sendable(module: BatchModule): Omit<ModuleAnswer, "printed" | "is_known" | "is_laid_out"> {
  const diagnostics = module.diagnostics.map((each) => ({
    ...each,
    span: each.span === null ? null : { start: each.span.start, end: each.span.end },
  }));
  return { ...module, diagnostics };
}

function answer(message: Answer): void {
  parentPort?.postMessage(message, []);
}
