// A worker of a batch: one job after the other. Built as dist/batch-worker.js.
import { parentPort } from "node:worker_threads";
import { transpile_component, type BatchModule } from "../../index.ts";
import { internal_error } from "../../diagnostics/internal-error.ts";
import { laid_out } from "../laid-out.ts";
import { hash_of } from "../manifest.ts";
import { mapped_text } from "../map-options.ts";
import type { Answer, Job, MapJob, ModuleAnswer } from "./jobs.ts";

parentPort?.on("message", (job: Job) => {
  void work(job);
});

async function work(job: Job): Promise<void> {
  if (job.kind === "layout") answer(await text_of(job, job.maps));
  else await transpile(job);
  answer({ kind: "done" });
}

async function transpile(job: Extract<Job, { kind: "component" }>): Promise<void> {
  const { component, bytes, options: asked, layout, known, maps } = job;
  const bytes_of = (file: string): Uint8Array => bytes[file] ?? new Uint8Array();
  const options = { ...asked, map: maps.form !== "none" };
  for (const module of transpile_component(component, bytes_of, options)) {
    const printed = printed_hash(module, maps);
    const is_known = printed !== null && known[module.file] === printed;
    const is_laid_out = layout === "here" && !is_known;
    const plain = sendable(module);
    const sent = { ...plain, map_text: null, printed, is_known, is_laid_out };
    if (plain.code === null || is_known || layout === "none")
      answer({ kind: "module", module: { ...sent, code: null, map: null } });
    else if (!is_laid_out) answer({ kind: "module", module: sent });
    else answer(await with_layout(sent, plain.code, maps));
  }
}

function printed_hash({ code, map }: BatchModule, { form }: MapJob): string | null {
  if (code === null) return null;
  return hash_of(map === null ? code : `${code}\0${form} ${JSON.stringify(map)}`);
}

async function with_layout(module: ModuleAnswer, code: string, maps: MapJob): Promise<Answer> {
  const made = await text_of({ ...module, code }, maps);
  const none = { ...module, code: null, map: null, rough: [] };
  if (made.kind === "text")
    return { kind: "module", module: { ...none, code: made.code, map_text: made.map_text } };
  const diagnostics = [...module.diagnostics, internal_error(module.file, made.failure)];
  return { kind: "module", module: { ...none, printed: null, diagnostics } };
}

/** What prettier does not take is a mistake of ours. */
async function text_of(
  printed: Pick<BatchModule, "file" | "map" | "rough"> & { readonly code: string },
  { form, names }: MapJob,
): Promise<Extract<Answer, { kind: "text" | "failed" }>> {
  try {
    const laid = await laid_out(printed);
    const named = names[printed.file] ?? { output: "", source: printed.file };
    const made = mapped_text(laid.code ?? "", laid.map, form, named);
    return { kind: "text", code: made.code, map_text: made.map };
  } catch (error) {
    return { kind: "failed", failure: error instanceof Error ? error.message : String(error) };
  }
}

/** A span may be a node of the tree, which is too deep to be sent. */
function sendable(module: BatchModule): BatchModule {
  const diagnostics = module.diagnostics.map((each) => ({
    ...each,
    span: each.span === null ? null : { start: each.span.start, end: each.span.end },
  }));
  return { ...module, diagnostics };
}

function answer(message: Answer): void {
  parentPort?.postMessage(message, []);
}
