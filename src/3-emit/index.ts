// Project and facts → TypeScript tree, for one module.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Facts } from "../facts/facts.ts";
import type { Project, SourceModule } from "../project.ts";
import * as build from "../target/build.ts";
import type * as target from "../target/nodes.ts";
import { below_docstring, comments_to_keep, docstring } from "./comments.ts";
import { module_emitter, type Emitter } from "./emitter.ts";
import { exported_as, exported_bindings, given_on, module_face } from "./exports.ts";
import { legacy_refused } from "./legacy-arguments.ts";
import { setters } from "./module-setters.ts";
import { mark_snapshots } from "./import-snapshots.ts";
import { type Head, Imports } from "./imports.ts";
import { ModuleImports, type ModuleImportOptions } from "./module-imports.ts";
import { Names } from "./names.ts";
import { with_python_names } from "./shared/python-names.ts";
import { used_names } from "./used-names.ts";
import { spelling_of } from "./spelling.ts";
import { guarded } from "./process-guard.ts";
import { named_module } from "./named-module.ts";
import { weave } from "./weave/weave.ts";

export interface EmitOptions extends ModuleImportOptions {
  /** What is refused becomes code that raises when it is reached; it is a diagnostic all the same. */
  readonly keeps_going?: boolean;
}

export type { Naming } from "./spelling.ts";
export { take_census, type Census, type Form } from "./census/index.ts";

export interface Emitted {
  readonly program: target.Program;
  readonly diagnostics: readonly Diagnostic[];
}

/** Emission is total: what can't be translated is a diagnostic, and the program then is not to be used. */
export function emit(source: SourceModule, facts: Facts, options: EmitOptions): Emitted {
  mark_snapshots(source, facts, options);
  const spelling = spelling_of(facts.scopes.module, options.naming);
  const names = new Names(facts.scopes.module, spelling);
  const imports = new Imports(names);
  const diagnostics: Diagnostic[] = [];
  const module_imports = new ModuleImports(source, facts, imports, options);
  const emitter = module_emitter({
    source,
    facts,
    names,
    imports,
    module_imports,
    diagnostics,
    keeps_going: options.keeps_going === true,
    stubs: { count: 0, placed: new Set() },
    runs_from_memory: options.runtime_url !== undefined,
    exported: exported_bindings(source, facts, options),
  });
  module_imports.run_predecessor();
  const statements = [...module_statements(source, facts, emitter, options.project)];
  for (const binding of given_on(source, facts, options)) module_imports.give_on(binding);
  const doc = docstring(source.module.body);
  statements.push(...setters(source, facts, options, emitter));
  statements.push(...exported_as(source, facts, spelling, options));
  statements.push(...module_face(source, facts, options));
  const modules = module_imports.replaceable_modules(emitter);
  const start = statements.findIndex(({ kind }) => kind !== "Comments");
  statements.splice(Math.max(start, 0), 0, ...modules);
  const program: target.Program = {
    kind: "Program",
    statements: arrange(imports.statements(used_names(statements)), statements),
    ...(doc === null ? {} : { doc }),
  };
  return { program: weave(program, comments_to_keep(source.trivia)), diagnostics };
}

function module_statements(
  source: SourceModule,
  facts: Facts,
  emitter: Emitter,
  project: Project,
): readonly target.Statement[] {
  const { module } = source;
  const { body: rest, comments } = below_docstring(module.body, source.trivia);
  const refused = legacy_refused(module, emitter, project);
  const statements = [...comments, ...refused, ...emitter.statements(rest, module)];
  const body = with_python_names(module, statements, emitter);
  const heads = emitter.declarations.head.map((binding) => emitter.declare(binding));
  const named = named_module(source, body, emitter);
  const own = facts.effects.uses_processes ? guarded(rest, named, emitter) : named;
  const start = own.findIndex(({ kind }) => kind !== "Comments");
  return [
    ...emitter.temporaries(),
    ...heads,
    ...own.slice(0, Math.max(start, 0)),
    ...noted_places(emitter),
    ...own.slice(Math.max(start, 0)),
  ];
}

/** Where tasks hang is noted from the start, for a module that shows it. */
function noted_places(emitter: Emitter): readonly target.Statement[] {
  if (!emitter.facts.effects.shows_tasks) return [];
  const call = build.call(emitter.runtime("asyncio", "note_places"), []);
  return [build.attach(build.statement(call), { blank_before: true })];
}

/** Imports stand first, below the comments of the head of the file. */
function arrange(
  imports: readonly Head[],
  statements: readonly target.Statement[],
): readonly target.Statement[] {
  const first = statements.findIndex((statement) => statement.kind !== "Comments");
  const head = first === -1 ? [] : statements.slice(0, first);
  const [next, ...rest] = first === -1 ? statements : statements.slice(first);
  if (imports.length === 0 || next === undefined)
    return [...head, ...imports, ...(next ? [next] : []), ...rest];
  const [top, ...others] = imports;
  const spaced =
    top !== undefined && head.length > 0 ? [build.attach(top, { blank_before: true })] : [top];
  return [
    ...head,
    ...spaced.flatMap((each) => (each === undefined ? [] : [each])),
    ...others,
    { ...next, blank_before: true },
    ...rest,
  ];
}
