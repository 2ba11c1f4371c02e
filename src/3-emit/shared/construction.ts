// How instances come to be: by an ES constructor where that does exactly what `__init__` does.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Type } from "../../facts/types.ts";
import { some_node } from "./walk.ts";

/**
 * - constructor: `__init__` is the constructor, `super().__init__(…)` is `super(…)`;
 * - method: `__init__` stays a method that the constructor of the root class calls: somewhere in the
 *   family an `__init__` uses `self` before, or without, calling the one that it extends. Members of enumerations
 *   are made by their class; some classes by the runtime.
 */
export type Construction = "constructor" | "method";

const known = new WeakMap<ast.ClassDef, Construction>();

/** The same for a whole family of classes. */
export function construction(node: ast.ClassDef, facts: Facts): Construction {
  const { enumeration, is_made_by_runtime } = facts.classes.info(node);
  if (enumeration !== null || is_made_by_runtime) return "method";
  const root = root_of(node, facts);
  let found = known.get(root);
  if (found === undefined) {
    found = family(root, facts).every((each) => is_exact(each, facts)) ? "constructor" : "method";
    known.set(root, found);
  }
  return found;
}

/** The base that becomes `extends`; `null` where there is none that matters to JavaScript. */
export function parent_of(node: ast.ClassDef, facts: Facts): Type | null {
  const { bases } = facts.classes.info(node);
  return bases.find((base, index) => !is_marker(base, node.bases[index])) ?? null;
}

/** `object`, `ABC`, `Generic[T]`, `Protocol`: they say something to Python's type checkers only. */
export function is_marker(base: Type, node: ast.Expression | undefined): boolean {
  if (base.type === "runtime_class") {
    if (base.module === "builtins") return base.name === "object";
    if (base.module === "abc" && base.name === "ABC") return false;
    return MARKERS.has(base.name) && /^(?:abc|typing|typing_extensions)$/.test(base.module);
  }
  const name = node === undefined ? null : last_name(node);
  return base.type === "unknown" && name !== null && MARKERS.has(name);
}

const MARKERS: ReadonlySet<string> = new Set(["ABC", "Generic", "Protocol"]);

function last_name(node: ast.Expression): string | null {
  if (node.tag === "Subscript") return last_name(node.value);
  if (node.tag === "Attribute") return node.attr;
  return node.tag === "Name" ? node.id : null;
}

/** The uppermost class of the program above this one. */
export function root_of(node: ast.ClassDef, facts: Facts): ast.ClassDef {
  let root = node;
  for (let depth = 0; depth < 100; depth += 1) {
    const parent = parent_of(root, facts);
    if (parent?.type !== "class") return root;
    root = parent.node;
  }
  return root;
}

function family(root: ast.ClassDef, facts: Facts): readonly ast.ClassDef[] {
  const found = new Set([root]);
  for (const node of found)
    for (const child of facts.classes.info(node).subclasses) found.add(child);
  return [...found];
}

/** `__init__` of the class itself, if it has one. */
export function own_init(node: ast.ClassDef, facts: Facts): ast.FunctionDef | null {
  const init = facts.classes.info(node).methods.get("__init__");
  return init?.tag === "FunctionDef" ? init : null;
}

/** Whether a class of the program above this one has an `__init__`. */
export function inherits_init(node: ast.ClassDef, facts: Facts): boolean {
  const parent = parent_of(node, facts);
  if (parent?.type !== "class") return false;
  return own_init(parent.node, facts) !== null || inherits_init(parent.node, facts);
}

function is_exact(node: ast.ClassDef, facts: Facts): boolean {
  const init = own_init(node, facts);
  if (init === null) return true;
  if (!inherits_init(node, facts)) return true;
  const calls = init_calls(init, node, facts);
  const [only] = calls;
  if (only === undefined || calls.length > 1) return false;
  const at = init.body.findIndex((each) => each.tag === "Expr" && each.value === only);
  if (at === -1) return false;
  const before = [...init.body.slice(0, at), ...only.args, ...only.keywords];
  return !before.some((each) => uses_receiver(each, init, only));
}

/** The calls in `__init__` of the one that it extends. */
export function init_calls(
  init: ast.FunctionDef,
  node: ast.ClassDef,
  facts: Facts,
): readonly ast.Call[] {
  const found: ast.Call[] = [];
  for (const statement of init.body) {
    some_node(statement, (each) => {
      if (each.tag === "Call" && is_init_call(each as ast.Call, node, facts)) {
        found.push(each as ast.Call);
      }
      return false;
    });
  }
  return found;
}

/** `super().__init__(…)`, or `Base.__init__(self, …)` of the class's only base. */
export function is_init_call(call: ast.Call, node: ast.ClassDef, facts: Facts): boolean {
  const { func } = call;
  if (func.tag !== "Attribute" || func.attr !== "__init__") return false;
  const { value } = func;
  if (value.tag === "Call") return value.func.tag === "Name" && value.func.id === "super";
  return is_parent(value, node, facts);
}

/** `Base` of `Base.__init__(self)`: there the receiver is the first argument. */
export function is_parent(value: ast.Expression, node: ast.ClassDef, facts: Facts): boolean {
  if (value.tag !== "Name" && value.tag !== "Attribute") return false;
  const type = facts.types.of(value);
  const parent = parent_of(node, facts);
  if (type.type === "class") return parent?.type === "class" && parent.node === type.node;
  return (
    type.type === "runtime_class" && parent?.type === "runtime_class" && parent.name === type.name
  );
}

/** Whether the code looks at `self` (the receiver of `Base.__init__(self)` itself left out). */
export function uses_receiver(
  node: ast.Node,
  init: ast.FunctionDef,
  call: ast.Call | null = null,
): boolean {
  const name = (init.args.posonlyargs[0] ?? init.args.args[0])?.arg;
  const first = call?.args[0];
  return some_node(
    node,
    (each) =>
      (each.tag === "Name" && (each as ast.Name).id === name && each !== first) ||
      (each.tag === "Call" && is_bare_super(each as ast.Call)),
  );
}

function is_bare_super(call: ast.Call): boolean {
  return call.func.tag === "Name" && call.func.id === "super";
}
