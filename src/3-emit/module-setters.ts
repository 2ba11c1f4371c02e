// Functions by which other modules assign this module's variables.
import type { Facts } from "../facts/facts.ts";
import type { SourceModule } from "../project.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import type { Emit } from "./emit.ts";
import type { ExportOptions } from "./exports.ts";
import { module_use } from "./module-uses.ts";
import { is_plain_import } from "./shared/declarations.ts";

export function setters(
  source: SourceModule,
  facts: Facts,
  options: ExportOptions,
  emit: Emit,
): readonly target.Statement[] {
  const { assigned } = module_use(source.name, options.project, options.facts);
  return [...assigned].sort().flatMap((name) => {
    const binding = facts.scopes.module.bindings.get(name);
    if (binding === undefined || is_plain_import(binding)) return [];
    const value = build.parameter("value", { type: emit.type(facts.types.of_binding(binding)) });
    const store = build.assign(build.identifier(emit.name(binding)), build.identifier("value"));
    const parts = build.function_parts([value], { returns: build.type_name("void") });
    const body = build.block([build.statement(store)]);
    const setter = build.function_declaration(emit.setter(source.name, name), parts, body, {
      export: true,
    });
    return [build.attach(setter, { blank_before: true })];
  });
}
