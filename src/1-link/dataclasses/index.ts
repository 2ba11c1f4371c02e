// @dataclass → the class with its `__init__` spelled out, so that all that follows sees a class like others.
import type * as ast from "../../../grammar/ast/index.ts";
import { note_dataclass } from "../../facts/dataclasses.ts";
import { imported_names, type Imported } from "./imported.ts";
import { init_of } from "./init.ts";
import { read_dataclass, type Family } from "./read.ts";

interface Tree {
  readonly module: ast.Module;
  readonly trivia: ast.Trivia;
}

/**
 * The module with the `__init__` of its top-level dataclasses. A dataclass that asks for more than we can
 * do keeps its decorator, and the emitter refuses it.
 */
export function with_dataclasses<T extends Tree>(tree: T): T {
  const imported = imported_names(tree.module);
  if (imported.size === 0) return tree;
  const family: Family = new Map();
  const replaced = new Map<ast.Node, ast.Node>();
  const body = tree.module.body.map((statement) => {
    if (statement.tag !== "ClassDef") return statement;
    const made = spelled_out(statement, tree.module, imported, family);
    if (made !== statement) replaced.set(statement, made);
    return made;
  });
  if (replaced.size === 0) return tree;
  const module: ast.Module = { ...tree.module, body };
  replaced.set(tree.module, module);
  return { ...tree, module, trivia: moved(tree.trivia, replaced) };
}

function spelled_out(
  node: ast.ClassDef,
  module: ast.Module,
  imported: Imported,
  family: Family,
): ast.ClassDef {
  const read = read_dataclass(node, module, imported, family);
  if (read === null) return node;
  const { dataclass, inherited, decorator } = read;
  const init = init_of(node, dataclass, inherited);
  const names = new Set(dataclass.fields.map(({ name }) => name));
  const body = node.body.map((statement) => {
    const is_field =
      statement.tag === "AnnAssign" &&
      statement.target.tag === "Name" &&
      names.has(statement.target.id);
    return is_field ? { ...statement, value: null } : statement;
  });
  const at = body.findLastIndex((each) => each.tag === "AnnAssign") + 1;
  if (init !== null) body.splice(at === 0 ? docstring_length(body) : at, 0, init);
  const decorator_list = node.decorator_list.filter((each) => each !== decorator);
  const made: ast.ClassDef = { ...node, body, decorator_list };
  note_dataclass(made, dataclass);
  family.set(node.name, { ...read, node: made });
  return made;
}

function docstring_length(body: readonly ast.Statement[]): number {
  const [first] = body;
  return first?.tag === "Expr" && first.value.tag === "Constant" ? 1 : 0;
}

/** Comments go with the nodes that stand for others now. */
function moved(trivia: ast.Trivia, replaced: ReadonlyMap<ast.Node, ast.Node>): ast.Trivia {
  const move = <V>(table: ReadonlyMap<ast.Node, V>): ReadonlyMap<ast.Node, V> =>
    new Map([...table].map(([node, value]) => [replaced.get(node) ?? node, value]));
  return {
    leading: move(trivia.leading),
    trailing: move(trivia.trailing),
    dangling: move(trivia.dangling),
    blank_lines: move(trivia.blank_lines),
  };
}
