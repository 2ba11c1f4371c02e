// Components → modules, over the workers: what is large is begun first, and laid out file by file.
import { internal_error } from "../../diagnostics/internal-error.ts";
import type { BatchModuleOptions, Component } from "../../index.ts";
import type { Answer, MapJob, ModuleAnswer } from "./jobs.ts";
import { Pool } from "./pool.ts";
import type { Batch } from "./read-batch.ts";

/** A component of more bytes is laid out by all workers. */
const LARGE = 60_000;

export interface Maps extends Pick<MapJob, "form"> {
  readonly names: (file: string) => MapJob["names"][string];
}

export interface RunOptions {
  readonly dist: string;
  readonly workers: number;
  readonly modules: BatchModuleOptions;
  readonly lays_out: boolean;
  /** File → hash of the text that lies laid out in the output folder already. */
  readonly known: (file: string) => string | undefined;
  readonly maps?: Maps;
  readonly signal: AbortSignal;
}

/** Calls `on_module` with each module, in no order; modules of ours are whole. Returns when all are done, or aborted. */
export async function run_components(
  batch: Batch,
  components: readonly Component[],
  options: RunOptions,
  on_module: (module: ModuleAnswer, component: Component) => void,
): Promise<void> {
  const pool = new Pool(options.dist, options.workers);
  const aborted = new Promise<void>((resolve) => {
    options.signal.addEventListener("abort", () => resolve());
  });
  const sized = components.map((component) => ({ component, size: size_of(component, batch) }));
  sized.sort((left, right) => right.size - left.size);
  const all = sized.map(({ component, size }) =>
    run_component(component, size, batch, pool, options, on_module),
  );
  try {
    await Promise.race([Promise.all(all), aborted]);
  } finally {
    await pool.close();
  }
}

async function run_component(
  component: Component,
  size: number,
  batch: Batch,
  pool: Pool,
  options: RunOptions,
  on_module: (module: ModuleAnswer, component: Component) => void,
): Promise<void> {
  const layout = !options.lays_out
    ? "none"
    : size > LARGE && options.workers > 1
      ? "later"
      : "here";
  const known: Record<string, string> = {};
  const bytes: Record<string, Uint8Array> = {};
  for (const { file } of component.files) {
    const read = batch.files.get(file);
    if (read !== undefined) bytes[file] = read.bytes;
    const hash = options.known(file);
    if (hash !== undefined) known[file] = hash;
  }
  const maps = maps_of(component, options.maps);
  const laying_out: Promise<void>[] = [];
  const told = new Set<string>();
  const take = (answer: Answer): void => {
    if (answer.kind !== "module") return;
    const { module } = answer;
    told.add(module.file);
    if (module.code === null || module.is_laid_out) return on_module(module, component);
    laying_out.push(lay_out(module, maps, pool, (made) => on_module(made, component)));
  };
  try {
    const job = { component, bytes, options: options.modules, layout, known, maps } as const;
    await pool.run({ kind: "component", ...job }, take);
  } catch (error) {
    for (const { file, is_namespace } of component.files)
      if (!told.has(file) && !is_namespace) on_module(died(file, error), component);
  }
  await Promise.all(laying_out);
}

async function lay_out(
  module: ModuleAnswer,
  maps: MapJob,
  pool: Pool,
  on_module: (module: ModuleAnswer) => void,
): Promise<void> {
  const { file, code, map, rough } = module;
  if (code === null) return;
  try {
    const take = (answer: Answer): void => {
      if (answer.kind === "text")
        on_module({ ...module, ...answer_text(answer), map: null, is_laid_out: true });
      if (answer.kind === "failed") on_module(died(module.file, answer.failure));
    };
    await pool.run({ kind: "layout", file, code, map, rough, maps }, take, true);
  } catch (error) {
    on_module(died(module.file, error));
  }
}

function answer_text({ code, map_text }: Extract<Answer, { kind: "text" }>) {
  return { code, map_text };
}

/** Of the component alone: it is sent to a worker. */
function maps_of({ files }: Component, maps: Maps | undefined): MapJob {
  if (maps === undefined || maps.form === "none") return { form: "none", names: {} };
  const { form, names } = maps;
  return { form, names: Object.fromEntries(files.map(({ file }) => [file, names(file)])) };
}

/** The worker is gone: no memory left, or a mistake of ours outside of a module. */
function died(file: string, error: unknown): ModuleAnswer {
  return {
    file,
    path: "",
    code: null,
    map: null,
    rough: [],
    map_text: null,
    diagnostics: [internal_error(file, error)],
    shares: null,
    imported: [],
    is_namespace: false,
    printed: null,
    is_known: false,
    is_laid_out: false,
  };
}

function size_of(component: Component, batch: Batch): number {
  return component.files.reduce(
    (sum, { file }) => sum + (batch.files.get(file)?.bytes.length ?? 0),
    0,
  );
}
