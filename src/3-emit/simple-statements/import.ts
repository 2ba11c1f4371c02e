// import m / from m import n → an import at the head of the file; here only what must happen here
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { is_plain_import } from "../shared/declarations.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { store_name } from "../shared/store-name.ts";

export function import_(
  node: ast.Import | ast.ImportFrom,
  emit: StatementEmit,
): readonly target.Statement[] {
  return node.names.flatMap((alias) => import_one(alias, emit));
}

function import_one(alias: ast.Alias, emit: StatementEmit): readonly target.Statement[] {
  const imported = emit.import_target(alias);
  if (imported === null) return [];
  if (imported.kind === "missing")
    return imported.is_guarded ? [not_found(imported.module, emit)] : [];
  emit.run_module(alias);
  if (alias.name === "*") return [];
  const binding = emit.facts.scopes.defined_by(alias);
  if (is_plain_import(binding)) return [];
  // The program gives the name other values as well: a variable that starts as the import.
  return [store_name(binding, imported.value(), emit.declarations.declares(alias), emit)];
}

/** `try: import uvloop` where there is none: the handler finds what it waits for. */
function not_found(module: string, emit: StatementEmit): target.Statement {
  const message = build.string(`No module named '${module}'`);
  return build.throw_(build.new_(emit.builtin("ModuleNotFoundError"), [message]));
}
