// The method resolution order of a class with several bases: C3.
import { TypeError } from "../exceptions/index.ts";
import { class_name } from "../type-name.ts";

/**
 * The order behind a class with these bases, each with an order of its own. TypeError (CPython's) when a base is
 * named twice or the orders contradict one another.
 */
export function linearise(
  bases: readonly Function[],
  order_of: (type: Function) => readonly Function[],
): readonly Function[] {
  const twice = bases.find((base, index) => bases.indexOf(base) !== index);
  if (twice !== undefined) throw new TypeError(`duplicate base class ${class_name(twice)}`);
  const sequences = [...bases.map((base) => [...order_of(base)]), [...bases]];
  const order: Function[] = [];
  for (;;) {
    const open = sequences.filter((sequence) => sequence.length > 0);
    if (open.length === 0) return order;
    const next = open.map(([head]) => head).find((head) => is_free(head, open));
    if (next === undefined) throw contradiction(open);
    order.push(next);
    for (const sequence of open) if (sequence[0] === next) sequence.shift();
  }
}

function is_free(head: Function | undefined, open: readonly Function[][]): head is Function {
  return head !== undefined && !open.some((sequence) => sequence.includes(head, 1));
}

/** Python names the heads that no order lets come first, each once. */
function contradiction(open: readonly Function[][]): TypeError {
  const heads = new Set(open.flatMap(([head]) => (head === undefined ? [] : [class_name(head)])));
  return new TypeError(
    `Cannot create a consistent method resolution order (MRO) for bases ${[...heads].join(", ")}`,
  );
}
