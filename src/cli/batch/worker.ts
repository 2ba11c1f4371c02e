// A worker of a batch: one job after the other. Built as dist/batch-worker.js.
import { parentPort } from "node:worker_threads";
import { format, transpile_component, type BatchModule } from "../../index.ts";
import { internal_error } from "../../diagnostics/internal-error.ts";
import { hash_of } from "../manifest.ts";
import type { Answer, Job, ModuleAnswer } from "./jobs.ts";

parentPort?.on("message", (job: Job) => {
  void work(job);
});

async function work(job: Job): Promise<void> {
  if (job.kind === "layout") answer(await laid_out(job.code));
  else await transpile(job);
  answer({ kind: "done" });
}

async function transpile(job: Extract<Job, { kind: "component" }>): Promise<void> {
  const { component, bytes, shares, keeps_going, layout, known } = job;
  const bytes_of = (file: string): Uint8Array => bytes[file] ?? new Uint8Array();
  for (const module of transpile_component(component, bytes_of, { shares, keeps_going })) {
    const printed = module.code === null ? null : hash_of(module.code);
    const is_known = printed !== null && known[module.file] === printed;
    const is_laid_out = layout === "here" && !is_known;
    const plain = sendable(module);
    const sent = { ...plain, printed, is_known, is_laid_out };
    if (plain.code === null || is_known || layout === "none")
      answer({ kind: "module", module: { ...sent, code: null } });
    else if (!is_laid_out) answer({ kind: "module", module: sent });
    else answer(await with_layout(sent, plain.code));
  }
}

async function with_layout(module: ModuleAnswer, code: string): Promise<Answer> {
  const made = await laid_out(code);
  if (made.kind === "text") return { kind: "module", module: { ...module, code: made.code } };
  const diagnostics = [...module.diagnostics, internal_error(module.file, made.failure)];
  return { kind: "module", module: { ...module, code: null, printed: null, diagnostics } };
}

/** What prettier does not take is a mistake of ours. */
async function laid_out(code: string): Promise<Extract<Answer, { kind: "text" | "failed" }>> {
  try {
    return { kind: "text", code: await format(code) };
  } catch (error) {
    return { kind: "failed", failure: error instanceof Error ? error.message : String(error) };
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
