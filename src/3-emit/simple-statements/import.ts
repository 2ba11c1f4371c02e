// import m / from m import n → an import at the head of the file; here only what must happen here
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_plain_import } from "../shared/declarations.ts";
import type { ImportedAs, StatementEmit } from "../shared/statement-emit.ts";
import { store_name } from "../shared/store-name.ts";
import { declare_ahead } from "../shared/variable.ts";

export function import_(
  node: ast.Import | ast.ImportFrom,
  emit: StatementEmit,
): readonly target.Statement[] {
  const [first] = node.names;
  const is_late = node.tag === "ImportFrom" && first !== undefined && is_late_import(first, emit);
  if (is_late) return import_names_late(node, emit);
  return node.names.flatMap((alias) => import_one(alias, emit));
}

function import_one(alias: ast.Alias, emit: StatementEmit): readonly target.Statement[] {
  const imported = emit.import_target(alias);
  if (imported === null || imported.is_typing) return [];
  if (imported.kind === "missing")
    return imported.is_guarded ? [not_found(imported, emit)] : left_out(alias, imported, emit);
  if (emit.facts.effects.is_entangled_import(alias))
    return emit.refuse(
      alias,
      `this module and '${imported.module}' import each other, and code of both runs by turns meanwhile`,
      "import it in the functions that need it, or move what both need into a module of its own",
    );
  if (is_late_import(alias, emit)) return import_module_late(alias, imported, emit);
  emit.run_module(alias);
  if (imported.kind === "user" && imported.name !== null && imported.name !== "*") {
    const variable = emit.module_variable(imported.module, imported.name);
    if (variable.kind === "missing")
      return [...declared(alias, emit), no_such_name(imported, variable.file, emit)];
  }
  if (alias.name === "*") return hidden_names(alias, emit);
  const checks = name_checks(imported, emit);
  const binding = emit.facts.scopes.defined_by(alias);
  if (is_plain_import(binding)) return checks;
  // The program gives the name other values as well: a variable that starts as the import.
  const store = store_name(binding, imported.value(), emit.declarations.declares(alias), emit);
  return [...checks, store];
}

/** `let n!: any;` for a name that code below reads, though it never gets there. */
function declared(alias: ast.Alias, emit: StatementEmit): readonly target.Statement[] {
  const binding = emit.facts.scopes.defined_by(alias);
  if (emit.declarations.declares(alias) === null || binding.references.length === 0) return [];
  return [declare_ahead(binding, null, emit)];
}

/** `from m import n` where `m` may not have bound `n`. */
function name_checks(imported: ImportedAs, emit: StatementEmit): readonly target.Statement[] {
  if (imported.kind !== "user" || imported.name === null) return [];
  const variable = emit.module_variable(imported.module, imported.name);
  if (variable.kind !== "perhaps") return [];
  const is_unbound = build.binary("===", imported.value(), build.undefined_());
  return [build.if_(is_unbound, build.block([no_such_name(imported, variable.file, emit)]))];
}

/** `import numpy`, without a counterpart → nothing, or a value that raises: see `missing_name` */
function left_out(
  alias: ast.Alias,
  imported: ImportedAs,
  emit: StatementEmit,
): readonly target.Statement[] {
  const name = imported.name === null ? "" : `'${imported.name}' of `;
  const value = emit.missing_name(alias, `no counterpart for ${name}'${imported.module}'`);
  if (value === null || alias.name === "*") return [];
  const binding = emit.facts.scopes.defined_by(alias);
  return [store_name(binding, value, emit.declarations.declares(alias), emit)];
}

function is_late_import(alias: ast.Alias, emit: StatementEmit): boolean {
  return emit.facts.effects.is_late_import(alias);
}

/** `import a.b as c`, late → `c` is the namespace that is loaded here */
function import_module_late(
  alias: ast.Alias,
  imported: ImportedAs,
  emit: StatementEmit,
): readonly target.Statement[] {
  if (alias.asname === null && alias.name.includes("."))
    return import_dotted_late(alias, imported, emit);
  const { before, module } = awaited(imported, emit);
  const binding = emit.facts.scopes.defined_by(alias);
  return [...before, store_name(binding, module, emit.declarations.declares(alias), emit)];
}

/** `import a.b`, late → `await import(…)` of what is not loaded, in constants for `a.b.c` to read. */
function import_dotted_late(
  alias: ast.Alias,
  imported: ImportedAs,
  emit: StatementEmit,
): readonly target.Statement[] {
  const { is_top_level } = emit.surroundings;
  if (!is_top_level && !imported.is_held_inside())
    return emit.refuse(
      alias,
      `the module '${alias.name}' shows itself when it runs, and here it is known by its package's name only`,
      `import it by a name of its own: \`import ${alias.name} as …\``,
    );
  return imported
    .loaded(is_top_level)
    .map(({ local, value }) =>
      local === null ? build.statement(value) : build.const_(local, value),
    );
}

/** `from m import a, b as c`, late → `const { a, b: c } = …` of the module that is loaded here */
function import_names_late(node: ast.ImportFrom, emit: StatementEmit): readonly target.Statement[] {
  const found = node.names.flatMap((alias) => {
    const imported = emit.import_target(alias);
    return imported === null ? [] : [{ alias, imported }];
  });
  const [first] = found;
  if (first === undefined) return [];
  if (first.alias.name === "*") return import_all_late(node, first.alias, first.imported, emit);
  // A submodule of the package is a module of its own.
  if (found.some(({ imported }) => imported.name === null))
    return found.flatMap(({ alias, imported }) => import_module_late(alias, imported, emit));
  const { before, module } = awaited(first.imported, emit);
  const keywords = found.map(({ alias }) => emit.declarations.declares(alias));
  if (keywords.every((keyword) => keyword === "const") && !exports_any(found, emit)) {
    const properties = found.map(({ alias, imported }) => ({
      key: imported.exported ?? alias.name,
      value: build.identifier(emit.name(emit.facts.scopes.defined_by(alias))),
    }));
    return [...before, build.declare("const", build.object_target(properties), module)];
  }
  const namespace = emit.fresh("module");
  const stores = found.map(({ alias, imported }, at) => {
    const value = build.member(build.identifier(namespace), imported.exported ?? alias.name);
    const binding = emit.facts.scopes.defined_by(alias);
    return store_name(binding, value, keywords[at] ?? null, emit);
  });
  return [...before, build.const_(namespace, module), ...stores];
}

/** `from m import *`, late → `const { … } = …` of the names that are used. */
function import_all_late(
  node: ast.ImportFrom,
  alias: ast.Alias,
  imported: ImportedAs,
  emit: StatementEmit,
): readonly target.Statement[] {
  const brought = emit.facts.scopes
    .star_bindings(alias)
    .filter(({ binding }) => binding.references.length > 0 || emit.is_exported(binding))
    // Imported by name as well, or the runtime's: the head of the file has it.
    .filter(({ binding: { definitions, imported: own }, imported: { origin } }) => {
      return origin !== "runtime" && (definitions.length === 0 || own === null);
    });
  const is_plain = brought.every(
    ({ binding, imported: { module, name } }) =>
      binding.definitions.length === 0 && module === imported.module && name !== null,
  );
  if (!is_plain || !emit.surroundings.is_top_level)
    return emit.refuse(
      node,
      `the module '${imported.module}' shows itself when it runs, and something comes before it`,
      "import the names that are used, or let the import stand at the head of the file",
    );
  const { before, module } = awaited(imported, emit);
  const names = (is_exported: boolean): target.Target =>
    build.object_target(
      brought
        .filter(({ binding }) => emit.is_exported(binding) === is_exported)
        .map(({ binding }) => ({
          key: emit.exported_name(imported.module, binding.name),
          value: build.identifier(emit.name(binding)),
        })),
    );
  const given_on = brought.filter(({ binding }) => emit.is_exported(binding)).length;
  if (brought.length === 0) return [...before, build.statement(module)];
  if (given_on === 0 || given_on === brought.length) {
    const is_exported = given_on > 0;
    return [...before, build.declare("const", names(is_exported), module, { export: is_exported })];
  }
  const namespace = build.identifier(emit.fresh("module"));
  return [
    ...before,
    build.const_(namespace.name, module),
    build.declare("const", names(true), namespace, { export: true }),
    build.declare("const", names(false), namespace),
  ];
}

function exports_any(
  found: readonly { readonly alias: ast.Alias }[],
  emit: StatementEmit,
): boolean {
  if (!emit.surroundings.is_top_level) return false;
  return found.some(({ alias }) => emit.is_exported(emit.facts.scopes.defined_by(alias)));
}

interface Awaited {
  readonly before: readonly target.Statement[];
  readonly module: target.Expression;
}

function awaited(imported: ImportedAs, { surroundings }: StatementEmit): Awaited {
  const loads = imported.loaded(surroundings.is_top_level).map(({ value }) => value);
  const module = loads.pop() ?? imported.value();
  return { before: loads.map((load) => build.statement(load)), module };
}

/** A name that `import *` brings and the module binds itself, too: which it is has to be clear wherever it is read. */
function hidden_names(alias: ast.Alias, emit: StatementEmit): readonly target.Statement[] {
  for (const { binding } of emit.facts.scopes.star_bindings(alias)) {
    const [definition] = binding.definitions;
    const [reference] = binding.references;
    if (binding.imported !== null || definition === undefined || reference === undefined) continue;
    if (definition.start < reference.start && !binding.may_be_unbound) continue;
    emit.unsupported(
      reference,
      `'${binding.name}' is sometimes what \`import *\` brings, sometimes what this module binds`,
      "give one of them another name",
    );
  }
  return [];
}

/** `try: import uvloop` where there is none: the handler finds what it waits for. */
function not_found({ module, no_package }: ImportedAs, emit: StatementEmit): target.Statement {
  const reason = no_package === null ? "" : `; '${no_package}' is not a package`;
  const message = build.string(`No module named '${module}'${reason}`);
  const keywords = build.object([build.property("name", build.string(module))]);
  return build.throw_(build.new_(emit.builtin("ModuleNotFoundError"), [message, keywords]));
}

/** `from m import n` where `m` has no `n`. */
function no_such_name(
  { module, name }: ImportedAs,
  file: string,
  emit: StatementEmit,
): target.Statement {
  // Output that is written names no place of the machine that wrote it.
  const place = emit.python_file === null ? null : file;
  const message = `cannot import name '${name}' from '${module}' (${place ?? "unknown location"})`;
  const keywords = build.object([
    build.property("name", build.string(module)),
    build.property("path", place === null ? build.null_() : build.string(place)),
  ]);
  return build.throw_(build.new_(emit.builtin("ImportError"), [build.string(message), keywords]));
}
