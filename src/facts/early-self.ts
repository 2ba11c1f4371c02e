// An `__init__` that looks at `self` before it calls that of a built-in class: in JavaScript there is no `this` by then.
import { children } from "../../grammar/ast/children.ts";
import type * as ast from "../../grammar/ast/index.ts";

/**
 * Whether the call can stand at the head all the same: above it only attributes are set, and what it is given is made
 * of constants, of parameters that nothing above assigns, and of the attributes that keep such.
 */
export function is_movable(
  node: ast.Expression,
  above: readonly ast.Statement[],
  kept: ReadonlySet<string>,
): boolean {
  const is_plain = above.every(
    (each) => each.tag === "Assign" && each.targets.every((to) => to.tag === "Attribute"),
  );
  return is_plain && is_simple(node, kept);
}

function is_simple(node: ast.Expression, kept: ReadonlySet<string>): boolean {
  switch (node.tag) {
    case "Constant":
    case "Name":
      return true;
    case "UnaryOp":
      return node.operand.tag === "Constant";
    case "Attribute":
      // `logging.INFO` is a constant, too.
      return node.value.tag === "Name" && (kept.has(node.attr) || /^[A-Z_]+$/.test(node.attr));
    case "Starred":
      return is_simple(node.value, kept);
    case "JoinedStr":
      return node.values.every((each) => is_simple(each, kept));
    case "FormattedValue":
      return node.format_spec === null && is_simple(node.value, kept);
    default:
      return false;
  }
}

/** Attributes of `self` that the statements set once, to a parameter that nobody assigns again or to a constant. */
export function kept_attributes(
  init: ast.FunctionDef,
  above: readonly ast.Statement[],
): ReadonlySet<string> {
  const kept = new Set<string>();
  const lost = new Set<string>();
  for (const each of above) {
    const [to, ...others] = each.tag === "Assign" ? each.targets : [];
    if (each.tag !== "Assign" || to?.tag !== "Attribute" || others.length > 0) continue;
    if (kept.has(to.attr) || !is_lasting(each.value, init)) lost.add(to.attr);
    else kept.add(to.attr);
  }
  return new Set([...kept].filter((name) => !lost.has(name)));
}

function is_lasting(value: ast.Expression, { args, body }: ast.FunctionDef): boolean {
  if (value.tag === "Constant") return true;
  if (value.tag !== "Name") return false;
  const parameters = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
  const is_stored = (each: ast.Node): boolean =>
    (each.tag === "Name" &&
      (each as ast.Name).id === value.id &&
      (each as ast.Name).ctx !== "Load") ||
    children(each).some(is_stored);
  return parameters.some(({ arg }) => arg === value.id) && !body.some(is_stored);
}

/**
 * The `__init__` has to be a method that runs once the object is there: its call of the other one can't be moved.
 * `calls_back`: that one calls methods of the class, which may look at what is set above.
 */
export function looks_early(init: ast.FunctionDef, calls_back: boolean): boolean {
  const self = (init.args.posonlyargs[0] ?? init.args.args[0])?.arg;
  if (self === undefined) return false;
  const at = init.body.findIndex((each) => each.tag === "Expr" && is_init_call(each.value));
  const statement = init.body[at];
  if (statement?.tag !== "Expr" || statement.value.tag !== "Call") return false;
  const { func, args, keywords } = statement.value;
  const is_named = func.tag === "Attribute" && func.value.tag !== "Call";
  const given = [...args.slice(is_named ? 1 : 0), ...keywords.map(({ value }) => value)];
  const above = init.body.slice(0, at);
  if (![...above, ...given].some((each) => mentions(each, self))) return false;
  const kept = kept_attributes(init, above);
  if (calls_back && above.some((each) => mentions(each, self))) return true;
  return !given.every((each) => is_movable(each, above, kept));
}

/** `super().__init__(…)`, `Base.__init__(self, …)`. */
function is_init_call(node: ast.Expression): boolean {
  return node.tag === "Call" && node.func.tag === "Attribute" && node.func.attr === "__init__";
}

function mentions(node: ast.Node, name: string): boolean {
  if (node.tag === "Name" && (node as ast.Name).id === name) return true;
  return children(node).some((each) => mentions(each, name));
}
