// Strongly connected components: what reaches each other.

/** The components of two nodes or more, each in the order of `nodes` (Tarjan, without recursion). */
export function components<N>(
  nodes: readonly N[],
  next: (node: N) => readonly N[],
): readonly ReadonlySet<N>[] {
  const index = new Map<N, number>();
  const lowest = new Map<N, number>();
  const open: N[] = [];
  const is_open = new Set<N>();
  const found: ReadonlySet<N>[] = [];
  const place = new Map(nodes.map((node, at) => [node, at]));
  for (const root of nodes) {
    if (index.has(root)) continue;
    const path: { readonly node: N; readonly pending: N[] }[] = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, pending } = top;
      const following = pending.pop();
      if (following === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.node, lowest.get(node));
        if (lowest.get(node) === index.get(node)) close(node);
      } else if (!index.has(following)) path.push(enter(following));
      else if (is_open.has(following)) lower(node, index.get(following));
    }
  }
  return found;

  function enter(node: N): { readonly node: N; readonly pending: N[] } {
    index.set(node, index.size);
    lowest.set(node, index.size - 1);
    open.push(node);
    is_open.add(node);
    return { node, pending: [...next(node)].reverse() };
  }

  function lower(node: N, other: number | undefined): void {
    lowest.set(node, Math.min(lowest.get(node) ?? 0, other ?? 0));
  }

  function close(node: N): void {
    const members = open.splice(open.lastIndexOf(node));
    for (const each of members) is_open.delete(each);
    if (members.length < 2) return;
    members.sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
    found.push(new Set(members));
  }
}
