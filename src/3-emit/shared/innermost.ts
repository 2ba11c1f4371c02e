// Which of some nodes, nested or side by side, another stands in.
import type * as ast from "../../../grammar/ast/index.ts";

/** Each place with the innermost of the nodes that holds all of it; places in none are left out. One sweep over the text. */
export function innermost<Place extends { readonly node: ast.Node }, Around extends ast.Node>(
  places: readonly Place[],
  nodes: readonly Around[],
): ReadonlyMap<Place, Around> {
  const owners = new Map<Place, Around>();
  const coming = [...nodes].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Around[] = [];
  let next = 0;
  for (const place of [...places].sort((a, b) => a.node.start - b.node.start)) {
    const { start, end } = place.node;
    for (; next < coming.length; next++) {
      const node = coming[next];
      if (node === undefined || node.start > start) break;
      close(open, node.start);
      open.push(node);
    }
    close(open, start);
    const owner = open.findLast((node) => end <= node.end);
    if (owner !== undefined) owners.set(place, owner);
  }
  return owners;
}

/** Lets go of what ends before a position. */
function close(open: ast.Node[], start: number): void {
  for (let last = open.at(-1); last !== undefined && last.end < start; last = open.at(-1))
    open.pop();
}
