// The modules whose variables a module reads while it is imported: they must have run by then.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../children.ts";
import type { FunctionRecord, ModuleRecord } from "../program/records.ts";

/** Read by its top level, and by the functions that this calls. */
export function modules_read(
  module: ModuleRecord,
  modules: ReadonlyMap<string, ModuleRecord>,
): ReadonlySet<ModuleRecord> {
  const read = new Set<ModuleRecord>();
  const entered = new Set<FunctionRecord>();
  for (const node of module.source.module.body) visit(node, module);
  return read;

  function visit(node: ast.Node, inside: ModuleRecord): void {
    switch (node.tag) {
      case "Import":
      case "ImportFrom":
        return;
      case "FunctionDef":
      case "AsyncFunctionDef": {
        const { decorator_list, args } = node as ast.FunctionDef;
        return visit_all([...decorator_list, ...args.defaults, ...args.kw_defaults], inside);
      }
      case "Lambda": {
        const { args } = node as ast.Lambda;
        return visit_all([...args.defaults, ...args.kw_defaults], inside);
      }
      case "AnnAssign": {
        const { target, value } = node as ast.AnnAssign;
        return visit_all([target, value], inside);
      }
      case "Name":
        return note_name(node as ast.Name, inside);
      case "Attribute":
        note_attribute(node as ast.Attribute, inside);
        break;
      case "Call":
        for (const record of inside.calls.get(node as ast.Call)?.functions.keys() ?? [])
          enter(record);
        break;
      default:
        break;
    }
    visit_all(children(node), inside);
  }

  function visit_all(nodes: readonly (ast.Node | null)[], inside: ModuleRecord): void {
    for (const node of nodes) if (node !== null) visit(node, inside);
  }

  function enter(record: FunctionRecord): void {
    if (entered.has(record)) return;
    entered.add(record);
    const { node, kind } = record;
    read.add(record.module);
    if (kind === "plain") visit_all(node.tag === "Lambda" ? [node.body] : node.body, record.module);
  }

  function note_name(node: ast.Name, inside: ModuleRecord): void {
    if (node.ctx !== "Load") return;
    const resolution = inside.scopes.resolve(node);
    const imported = resolution.kind === "binding" ? resolution.binding.imported : null;
    if (imported?.origin === "user" && imported.name !== null) note(imported.module, imported.name);
  }

  function note_attribute({ value, attr }: ast.Attribute, inside: ModuleRecord): void {
    const type = inside.types.get(value);
    if (type?.type === "module" && type.origin === "user") note(type.name, attr);
  }

  /** A variable of a module, which may have imported it from another one. */
  function note(owner: string, name: string, depth = 0): void {
    const record = modules.get(owner);
    const binding = record?.scopes.module.bindings.get(name);
    if (record === undefined || binding === undefined) return;
    const { imported } = binding;
    if (imported?.origin !== "user" || depth > modules.size) read.add(record);
    else if (imported.name !== null) note(imported.module, imported.name, depth + 1);
  }
}
