// Where nodes really begin and end: brackets that only group, and belong to no node, left out.
import type { Arguments } from "../ast/expressions.ts";
import type { Node, Span } from "../ast/node.ts";
import { children } from "../ast/walk.ts";

const closing = 41;
const opening = 40;
const own_start = new Set(["Tuple", "GeneratorExp", "MatchSequence"]);
const own_end = new Set([...own_start, "Call", "MatchClass"]);

/**
 * The spans of expressions without grouping brackets at their ends: `(a) + (b)` runs from `a` to `b`. So
 * comments belong to the same node however the brackets are set. Tuples always have their brackets, unless they
 * hold slices, which can't stand in any.
 */
export class Extents {
  readonly #text: string;
  readonly #starts = new Map<Node, number>();
  readonly #ends = new Map<Node, number>();

  constructor(text: string) {
    this.#text = text;
  }

  of(node: Node): Span {
    return { start: this.#start(node), end: this.#end(node) };
  }

  #start(node: Node): number {
    const text = this.#text;
    const way: Node[] = [];
    let at = node;
    while (text.charCodeAt(at.start) === opening && !owns(own_start, at)) {
      const known = this.#starts.get(at);
      if (known !== undefined) return settle(this.#starts, way, known);
      const child = parts(at)[0];
      if (child === undefined) break;
      way.push(at);
      at = child;
    }
    return settle(this.#starts, way, at.start);
  }

  #end(node: Node): number {
    const text = this.#text;
    const way: Node[] = [];
    let at = node;
    while (text.charCodeAt(at.end - 1) === closing && !owns(own_end, at)) {
      const known = this.#ends.get(at);
      if (known !== undefined) return settle(this.#ends, way, known);
      const child = parts(at).at(-1);
      if (child === undefined) break;
      way.push(at);
      at = child;
    }
    return settle(this.#ends, way, at.end);
  }
}

/** The children of a node, parameters as such instead of the `arguments` that hold them. */
export function parts(node: Node): readonly Node[] {
  const found = children(node);
  return found.some((child) => child.tag === "arguments")
    ? found.flatMap((child) => (child.tag === "arguments" ? children(child) : [child]))
    : found;
}

const known_defaults = new WeakMap<Arguments, ReadonlyMap<Node, Node>>();

/** For each default value the parameter that has it: the two are one part to a reader. */
export function parameters_of_defaults(args: Arguments): ReadonlyMap<Node, Node> {
  const known = known_defaults.get(args);
  if (known !== undefined) return known;
  const owners = new Map<Node, Node>();
  const positional = [...args.posonlyargs, ...args.args];
  const with_defaults = positional.slice(positional.length - args.defaults.length);
  args.defaults.forEach((value, i) => owners.set(value, with_defaults[i] ?? value));
  args.kw_defaults.forEach((value, i) => {
    if (value !== null) owners.set(value, args.kwonlyargs[i] ?? value);
  });
  known_defaults.set(args, owners);
  return owners;
}

function owns(tags: ReadonlySet<string>, node: Node): boolean {
  if (!tags.has(node.tag)) return false;
  return node.tag !== "Tuple" || !children(node).some((each) => each.tag === "Slice");
}

function settle(known: Map<Node, number>, way: readonly Node[], place: number): number {
  for (const node of way) known.set(node, place);
  return place;
}
