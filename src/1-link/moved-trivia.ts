// Comments and blank lines of nodes that others stand for now.
import type * as ast from "../../grammar/ast/index.ts";

/** Comments go with the nodes that stand for others now. */
export function moved(trivia: ast.Trivia, replaced: ReadonlyMap<ast.Node, ast.Node>): ast.Trivia {
  const move = <V>(table: ReadonlyMap<ast.Node, V>): ReadonlyMap<ast.Node, V> =>
    new Map([...table].map(([node, value]) => [replaced.get(node) ?? node, value]));
  return {
    leading: move(trivia.leading),
    trailing: move(trivia.trailing),
    dangling: move(trivia.dangling),
    blank_lines: move(trivia.blank_lines),
  };
}
