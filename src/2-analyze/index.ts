// Project → Facts: a line per pass.
import type { Facts } from "../facts/facts.ts";
import { runtime_api } from "../facts/runtime-api.ts";
import type { RuntimeApi } from "../facts/declared-api.ts";
import type { Scopes } from "../facts/scopes.ts";
import type { ImportedName, ListedName, Project, SourceModule } from "../project.ts";
import { calls_of } from "./calls/facts.ts";
import { classes_of } from "./classes/facts.ts";
import { analyze_effects } from "./effects/index.ts";
import { find_floats } from "./floats/index.ts";
import { prepare } from "./program/prepare.ts";
import { analyze_scopes } from "./scopes/index.ts";
import { mark_outside_stores, mark_patched_names } from "./scopes/outside-stores.ts";
import { find_replacements } from "./scopes/replaced-names.ts";
import { find_suppression } from "./scopes/suppression.ts";
import { find_unseen_traces } from "./traces/index.ts";
import { ranges_of, types_of } from "./types/facts.ts";
import { infer_types } from "./types/index.ts";

/** Everything that is known of a project, module by module. */
export function analyze(
  project: Project,
  api: RuntimeApi = runtime_api(),
): ReadonlyMap<SourceModule, Facts> {
  const suppresses = find_suppression(project.modules.map(({ module }) => module));
  const replacements = find_replacements(project, api);
  const replaced = replacements.names.get("builtins");
  const scopes = new Map<SourceModule, Scopes>();
  const by_name = new Map<string, Scopes>();
  for (const module of project.modules) {
    const own = analyze_scopes(
      module,
      (star) => names_given(star, by_name, api),
      suppresses,
      replaced,
    );
    scopes.set(module, own);
    by_name.set(module.name, own);
  }
  mark_outside_stores(scopes);
  const patched = mark_patched_names(scopes);
  const prepared = prepare(project, scopes, api);
  prepared.program.replaced = replacements.names;
  infer_types(prepared, suppresses, patched);
  const floats = find_floats(prepared);
  const effects = analyze_effects(project, prepared, { patched, replacements });
  const [any_effects] = effects.values();
  const traces = find_unseen_traces(prepared, any_effects?.sees_handled ?? true);
  const facts = new Map<SourceModule, Facts>();
  for (const [source, record] of prepared.modules) {
    const own_effects = effects.get(record);
    if (own_effects === undefined) throw new Error(`module ${source.name} has no effects`);
    const types = types_of(prepared.program, record);
    facts.set(source, {
      scopes: record.scopes,
      types,
      ranges: ranges_of(record),
      floats: floats(record),
      effects: own_effects,
      calls: calls_of(prepared.program, record, types),
      classes: classes_of(prepared.program, record),
      traces: traces(record),
    });
  }
  return facts;
}

/** What `from m import *` brings: what `__all__` lists, or else all public names. */
function names_given(
  { module, origin, listed }: ImportedName,
  scopes: ReadonlyMap<string, Scopes>,
  api: RuntimeApi,
): readonly ListedName[] {
  if (listed !== undefined) return listed;
  const bindings = scopes.get(module)?.module.bindings;
  const names = origin === "runtime" ? api.names(module) : bindings?.keys();
  return [...(names ?? [])]
    .filter((name) => !name.startsWith("_"))
    .map((name) => {
      const imported = bindings?.get(name)?.imported ?? null;
      return { name, module: null, ...(imported === null ? {} : { imported }) };
    });
}
