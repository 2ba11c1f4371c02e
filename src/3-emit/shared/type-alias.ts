// Types with arguments as values: Queue[int](), class C(list[int]) → Queue, list;   print(list[int]) → getitem(list, int)
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Scopes } from "../../facts/scopes.ts";
import type { Emit } from "../emit.ts";
import { children } from "./walk.ts";

const known = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

/** Whether the arguments of a subscripted type can be seen: it is more than called, derived from, or an annotation. */
export function is_alias_seen(node: ast.Subscript, emit: Emit): boolean {
  const module = emit.facts.scopes.module.node;
  let unseen = known.get(module);
  if (unseen === undefined) {
    unseen = new Unseen(module, emit.facts.scopes, emit.facts.effects.sees_functions).nodes;
    known.set(module, unseen);
  }
  return !unseen.has(node);
}

/** The places of a module at which a type may as well stand without its arguments. */
class Unseen {
  readonly nodes = new Set<ast.Node>();
  readonly #scopes: Scopes;

  /** `shows_annotations`: `__annotations__` and the like show the annotations of functions. */
  constructor(module: ast.Node, scopes: Scopes, shows_annotations: boolean) {
    this.#scopes = scopes;
    for (const { func } of tagged(module, "Call")) this.#hide(func);
    for (const { bases } of tagged(module, "ClassDef")) for (const base of bases) this.#hide(base);
    if (!shows_annotations) this.#hide_annotations(module);
    // An alias may be used in the next one.
    for (const assignment of tagged(module, "Assign").toReversed()) this.#look_at_alias(assignment);
  }

  #hide_annotations(module: ast.Node): void {
    const annotations = [
      ...tagged(module, "arg").map(({ annotation }) => annotation),
      ...tagged(module, "AnnAssign").map(({ annotation }) => annotation),
      ...tagged(module, "FunctionDef").map(({ returns }) => returns),
      ...tagged(module, "AsyncFunctionDef").map(({ returns }) => returns),
    ];
    for (const each of annotations) if (each !== null) this.#hide(each);
  }

  /** `Ints = list[int]`, a name that is used at such places only. */
  #look_at_alias({ targets, value }: ast.Assign): void {
    const [target] = targets;
    if (value.tag !== "Subscript" || targets.length !== 1 || target?.tag !== "Name") return;
    const { references } = this.#scopes.defined_by(target);
    if (references.every((each) => this.nodes.has(each))) this.#hide(value);
  }

  /** The type, and all types inside it; what a call around it is called with is another matter. */
  #hide(node: ast.Node): void {
    this.nodes.add(node);
    const holds_types = ["Subscript", "BinOp", "Tuple", "List"].includes(node.tag);
    if (holds_types) for (const child of children(node)) this.#hide(child);
  }
}
