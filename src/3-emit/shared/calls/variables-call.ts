// locals() → variables({ a: () => a }); globals()["f"] → variables({ f: () => f, … })["f"]
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Binding, Scope } from "../../../facts/scopes.ts";
import * as build from "../../../target/build.ts";
import type * as target from "../../../target/nodes.ts";
import type { Emit } from "../../emit.ts";
import { children } from "../walk.ts";

/** `locals()`, `vars()`, `globals()` and `dir()` without arguments; `null` for other calls, and where a copy would not do. */
export function variables_call(node: ast.Call, emit: Emit): target.Expression | null {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "builtin" || node.args.length > 0 || node.keywords.length > 0) return null;
  const { name } = callee;
  if (name !== "globals" && name !== "locals" && name !== "vars" && name !== "dir") return null;
  const is_global = name === "globals" || emit.frame.node.tag === "Module";
  const use = is_global && name !== "dir" ? read_at_once(node, emit) : { key: null };
  if (use === null) return null;
  const found = is_global ? of_module(node, use.key, emit) : of_function(node, emit);
  if (found === null) return null;
  return name === "dir" ? build.call(emit.builtin("sorted"), [found]) : found;
}

/** `key`: the only name that is looked up, when that is known. */
function of_module(node: ast.Call, key: string | null, emit: Emit): target.Expression | null {
  const name = build.property("__name__", build.arrow([], build.string(emit.module_name)));
  // What stands below a call of the module's own code is not bound yet, even where JavaScript knows it already.
  const end = emit.frame.node.tag === "Module" ? node.end : Infinity;
  const bindings = [...emit.facts.scopes.module.bindings.values()].filter(
    ({ name, definitions: [first] }) =>
      first !== undefined && first.start < end && (key === null || name === key),
  );
  const module = emit.facts.scopes.module.node as ast.Module;
  const loops = suites_around(module, node).flatMap((suite) =>
    suite.flatMap((each) => (each.tag === "For" && holds(each, node) ? [each] : [])),
  );
  // Variables of a block are no variables of the module in TypeScript.
  const is_of_module = ({ definitions: [first] }: Binding): boolean =>
    first !== undefined &&
    (module.body.some((each) => holds_directly(each, first)) ||
      (emit.frame.node === module && loops.some((loop) => holds(loop.target, first))));
  if (!bindings.every(is_of_module)) return null;
  return build.call(emit.builtin("variables"), [
    build.object([...(key === null ? [name] : []), ...bindings.map((each) => reader(each, emit))]),
  ]);
}

function of_function(node: ast.Call, emit: Emit): target.Expression | null {
  const owner = emit.frame.node;
  if (owner.tag !== "FunctionDef" && owner.tag !== "AsyncFunctionDef") return null;
  const scope: Scope = emit.facts.scopes.scope_of(owner);
  const readers: target.Property[] = [];
  for (const binding of scope.bindings.values()) {
    const visible = is_visible(binding, owner, node);
    if (visible === null) return null;
    if (visible) readers.push(reader(binding, emit));
  }
  return build.call(emit.builtin("variables"), [build.object(readers)]);
}

function reader(binding: Binding, emit: Emit): target.Property {
  return build.property(binding.name, build.arrow([], build.identifier(emit.name(binding))));
}

/** Whether the variable can be read at the call; `null` where its block may not be the call's. */
function is_visible(
  binding: Binding,
  owner: ast.FunctionDef | ast.AsyncFunctionDef,
  call: ast.Call,
): boolean | null {
  if (binding.is_parameter) return true;
  const [first] = binding.definitions;
  if (first === undefined) return false;
  const around = suites_around(owner, call);
  const home = around.findLast((suite) => suite.some((each) => holds_directly(each, first)));
  if (home !== undefined) return first.end <= call.start;
  return first.start > call.end && !around.slice(1).some((suite) => suite.some(is_loop))
    ? false
    : null;
}

function is_loop({ tag }: ast.Node): boolean {
  return tag === "For" || tag === "While" || tag === "AsyncFor";
}

/** The suites in which a node stands, outermost first. */
function suites_around(
  owner: ast.FunctionDef | ast.AsyncFunctionDef | ast.Module,
  node: ast.Node,
): readonly (readonly ast.Statement[])[] {
  const found: (readonly ast.Statement[])[] = [];
  let at: ast.Node | undefined = owner;
  while (at !== undefined) {
    const inside: ast.Node = at;
    for (const value of Object.values(inside)) {
      if (!Array.isArray(value)) continue;
      const suite = value as readonly ast.Statement[];
      if (suite.some((each) => holds(each, node)) && suite.every((each) => "tag" in each))
        found.push(suite);
    }
    at = children(inside).find((child) => holds(child, node) && child !== node);
  }
  return found;
}

function holds(outer: ast.Node, inner: ast.Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The statement binds it in its own text, not in a block of its own. */
function holds_directly(statement: ast.Statement, definition: ast.Node): boolean {
  if (!holds(statement, definition)) return false;
  return !("body" in statement) || statement === definition;
}

/** What is looked up where the dict is read. */
interface Use {
  readonly key: string | null;
}

const readers_at_once = new WeakMap<ast.Node, ReadonlyMap<ast.Node, Use>>();

/** What only looks at it where it stands does not see that it is a copy. */
function read_at_once(node: ast.Call, emit: Emit): Use | null {
  const module = emit.facts.scopes.module.node;
  let found = readers_at_once.get(module);
  if (found === undefined) {
    const all = new Map<ast.Node, Use>();
    collect(module, all);
    found = all;
    readers_at_once.set(module, found);
  }
  return found.get(node) ?? null;
}

function text_of(node: ast.Expression | undefined): string | null {
  return node?.tag === "Constant" && node.value.type === "str" ? node.value.value : null;
}

const METHODS = /^(?:get|keys|values|items|copy)$/;
const TAKERS = /^(?:list|sorted|dict|len|set|tuple|print)$/;

function collect(node: ast.Node, found: Map<ast.Node, Use>): void {
  const add = (read: ast.Node, key: string | null = null): void => void found.set(read, { key });
  const each = node as ast.Expression | ast.For | ast.Comprehension | ast.Keyword;
  switch (each.tag) {
    case "Subscript":
      if (each.ctx === "Load") add(each.value, text_of(each.slice));
      break;
    case "Compare":
      for (const side of each.comparators) add(side, text_of(each.left));
      break;
    case "Call":
      if (each.func.tag === "Attribute" && METHODS.test(each.func.attr))
        add(each.func.value, each.func.attr === "get" ? text_of(each.args[0]) : null);
      if (each.func.tag === "Name" && TAKERS.test(each.func.id))
        for (const arg of each.args) add(arg);
      break;
    case "For":
    case "comprehension":
      add(each.iter);
      break;
    case "keyword":
      if (each.arg === null) add(each.value);
      break;
    default:
  }
  for (const child of children(node)) collect(child, found);
}
