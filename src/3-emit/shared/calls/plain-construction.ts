// `App()` whose `__init__` only keeps what it is given and makes containers: nobody can tell when it is called.
import type * as ast from "../../../../grammar/ast/index.ts";
import type { Emit } from "../../emit.ts";
import { watches_stores } from "../attribute-hooks.ts";
import { construction, own_init, parent_of } from "../construction.ts";
import { decides_instances } from "./instances.ts";

/** What it is given may be anything: that is looked at elsewhere. */
export function is_plain_construction(node: ast.Call, emit: Emit): boolean {
  const callee = emit.facts.calls.callee(node);
  if (callee.kind !== "class" || node.func.tag !== "Name") return false;
  if (decides_instances(node, emit) || !is_plain_class(callee.node, emit)) return false;
  return fits(node, own_init(callee.node, emit.facts));
}

/** The call gives each parameter what it needs. */
function fits({ args, keywords }: ast.Call, init: ast.FunctionDef | null): boolean {
  if (init === null) return args.length + keywords.length === 0;
  if (args.some(({ tag }) => tag === "Starred")) return false;
  const parameters = init.args.args.slice(1).map(({ arg }) => arg);
  const given = new Set(parameters.slice(0, args.length));
  if (args.length > parameters.length) return false;
  for (const { arg } of keywords) {
    if (arg === null || given.has(arg) || !parameters.includes(arg)) return false;
    given.add(arg);
  }
  const needed = parameters.slice(0, parameters.length - init.args.defaults.length);
  return needed.every((name) => given.has(name));
}

const known = new WeakMap<ast.ClassDef, boolean>();

function is_plain_class(node: ast.ClassDef, emit: Emit): boolean {
  let found = known.get(node);
  if (found === undefined) {
    // A class whose `__init__` makes one of its own kind.
    known.set(node, false);
    found = has_plain_init(node, emit);
    known.set(node, found);
  }
  return found;
}

function has_plain_init(node: ast.ClassDef, emit: Emit): boolean {
  const { facts } = emit;
  // No parent that is not of the program, no hook, nothing that looks on.
  if (parent_of(node, facts) !== null || node.keywords.length > 0) return false;
  if (construction(node, facts) !== "constructor") return false;
  const init = own_init(node, facts);
  if (init === null) return !facts.classes.info(node).methods.has("__init__");
  const { args } = init;
  if (args.posonlyargs.length + args.kwonlyargs.length > 0) return false;
  if (args.vararg !== null || args.kwarg !== null) return false;
  return (
    init.decorator_list.length === 0 &&
    init.body.every((each) => is_plain_statement(each, node, emit))
  );
}

function is_plain_statement(node: ast.Statement, owner: ast.ClassDef, emit: Emit): boolean {
  switch (node.tag) {
    case "Pass":
      return true;
    case "Expr":
      return node.value.tag === "Constant";
    case "Assign":
      return (
        node.targets.every((to) => is_own_store(to, owner, emit)) &&
        is_plain_value(node.value, emit)
      );
    case "AnnAssign":
      return (
        node.value !== null &&
        is_own_store(node.target, owner, emit) &&
        is_plain_value(node.value, emit)
      );
    default:
      return false;
  }
}

function is_own_store(to: ast.Expression, owner: ast.ClassDef, emit: Emit): boolean {
  if (to.tag !== "Attribute" || to.value.tag !== "Name") return false;
  const { methods } = emit.facts.classes.info(owner);
  return !methods.has(to.attr) && !watches_stores(owner, to.attr, emit);
}

function is_plain_value(node: ast.Expression, emit: Emit): boolean {
  switch (node.tag) {
    case "Constant":
      return true;
    case "Name": {
      const resolution = emit.facts.scopes.resolve(node);
      return resolution.kind === "binding" && resolution.binding.is_parameter;
    }
    case "List":
    case "Tuple":
      return node.elts.every((each) => is_plain_value(each, emit));
    case "Dict":
      return (
        node.keys.every((key) => key?.tag === "Constant") &&
        node.values.every((each) => is_plain_value(each, emit))
      );
    case "Call":
      return is_plain_call(node, emit);
    default:
      return false;
  }
}

function is_plain_call(node: ast.Call, emit: Emit): boolean {
  const callee = emit.facts.calls.callee(node);
  const { args, keywords } = node;
  if (callee.kind === "class")
    return args.length + keywords.length === 0 && is_plain_construction(node, emit);
  if (![...args, ...keywords.map(({ value }) => value)].every((each) => each.tag === "Constant"))
    return false;
  if (callee.kind === "builtin") return args.length === 0 && CONTAINERS.has(callee.name);
  return (
    callee.kind === "runtime_class" &&
    callee.callable.module === "asyncio" &&
    PRIMITIVES.has(callee.callable.name)
  );
}

const CONTAINERS: ReadonlySet<string> = new Set(["dict", "list", "object", "set"]);
/** They bind to a loop when they first wait. */
const PRIMITIVES: ReadonlySet<string> = new Set([
  "Condition",
  "Event",
  "LifoQueue",
  "Lock",
  "PriorityQueue",
  "Queue",
]);
