// The whole-program fixed point: every unit is evaluated until no cell grows any more.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Prepared } from "../program/prepare.ts";
import type { FunctionRecord, ModuleRecord } from "../program/records.ts";
import { evaluate_unit } from "./unit.ts";

/** Evaluates the program; what nobody calls is taken to be called from outside. */
export function infer_types(
  { program, modules, mentions }: Prepared,
  may_suppress: (node: ast.With | ast.AsyncWith) => boolean,
  patched: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const [module, names] of patched) program.lose_names(module, names);
  const uses_mocks = [...modules.keys()].some(({ imports }) =>
    [...imports.values()].some((each) => each.module === "unittest.mock"),
  );
  if (uses_mocks) program.lose_attributes();
  const top_level = new Map([...modules.values()].map((module) => [module.unit, module]));
  const run = (): void =>
    program.run((unit) => {
      const module = unit.record?.module ?? top_level.get(unit);
      if (module !== undefined) evaluate_unit(program, module, unit, may_suppress);
    });
  run();
  const never_mentioned = (record: FunctionRecord): boolean =>
    (mentions.get(name_of(record)) ?? 0) === 0;
  for (const is_root of [never_mentioned, is_outermost, (): boolean => true]) {
    for (const record of uncalled(modules.values())) if (is_root(record)) program.open(record);
    run();
  }
}

function uncalled(modules: Iterable<ModuleRecord>): FunctionRecord[] {
  return [...modules].flatMap(({ functions }) => functions.filter(({ is_called }) => !is_called));
}

function name_of({ node }: FunctionRecord): string {
  return node.tag === "Lambda" ? "" : node.name;
}

/** Functions inside an uncalled one may yet be called by it. */
function is_outermost(record: FunctionRecord): boolean {
  if (record.node.tag === "Lambda") return false;
  const binding = record.module.scopes.defined_by(record.node);
  return binding.scope.kind === "module" || binding.scope.kind === "class";
}
