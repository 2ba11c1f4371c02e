// signature(f, "a, b=, *args, c=, **kw"): for functions that may be called with keywords by those who don't know them.
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import type { Emit } from "../emit.ts";
import { read_name } from "../spelling.ts";
import { receiver_parameter } from "./receiver.ts";

type FunctionStatement = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

/** The function escapes as a value, and some call of an unknown callee names one of its parameters. */
export function may_be_called_with_keywords(node: FunctionStatement, emit: Emit): boolean {
  if (uses_of_keywords(emit).spread_to.has(node)) return true;
  if (is_told_keywords(node) || makes_by_keywords(node, emit)) return true;
  if (is_called_by_name(node, emit)) return true;
  if (emit.facts.calls.is_closed(node) && !is_decorated(node)) return false;
  const { args } = node;
  const receiver = receiver_parameter(node, emit.facts);
  const named = [...args.args, ...args.kwonlyargs].filter((arg) => arg !== receiver);
  // Where nothing else is said, the runtime reads the names in the function's own text.
  if (node.tag !== "Lambda" && named.some((arg) => is_spelt_otherwise(arg, emit))) return true;
  // Positional-only ones as well: they are refused by their names.
  const names = [...args.posonlyargs, ...named].map((arg) => arg.arg);
  if (names.length === 0 && args.kwarg === null) return false;
  const used = uses_of_keywords(emit).names;
  if (args.kwarg !== null) return used.size > 0;
  return used.has("**") || names.some((name) => used.has(name));
}

function is_spelt_otherwise(parameter: ast.Arg, emit: Emit): boolean {
  return read_name(emit.name(emit.facts.scopes.defined_by(parameter))) !== parameter.arg;
}

/** A method of that name is called with keywords on an object that may be of several classes. */
function is_called_by_name(node: FunctionStatement, emit: Emit): boolean {
  const is_method = receiver_parameter(node, emit.facts) !== null;
  return is_method && "name" in node && uses_of_keywords(emit).methods.has(node.name);
}

/** The runtime hands it the keywords of class statements. */
function is_told_keywords(node: FunctionStatement): boolean {
  return "name" in node && node.name === "__init_subclass__";
}

/** `__new__`, of a class that somebody calls with keywords. */
function makes_by_keywords(node: FunctionStatement, emit: Emit): boolean {
  if (!("name" in node) || node.name !== "__new__") return false;
  const { names } = uses_of_keywords(emit);
  const own = [...node.args.posonlyargs, ...node.args.args.slice(1), ...node.args.kwonlyargs];
  return own.length > 0 && (names.has("**") || own.some(({ arg }) => names.has(arg)));
}

/** What a decorator makes of it calls it as it likes. */
function is_decorated(node: FunctionStatement): boolean {
  return "decorator_list" in node && node.decorator_list.length > 0;
}

/** The parameters as the runtime's `signature` reads them; the receiver of a method left out. */
export function signature_text(
  node: FunctionStatement,
  emit: Emit,
  receiver: ast.Arg | null = null,
): string {
  const { args } = node;
  const positional = [...args.posonlyargs, ...args.args];
  const first = positional.length - args.defaults.length;
  const parts: string[] = [];
  positional.forEach((arg, index) => {
    if (arg !== receiver) parts.push(index >= first ? `${arg.arg}=` : arg.arg);
    if (index === args.posonlyargs.length - 1 && parts.length > 0) parts.push("/");
  });
  if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push("*");
  args.kwonlyargs.forEach((arg, index) => {
    parts.push(args.kw_defaults[index] ? `${arg.arg}=` : arg.arg);
  });
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  return parts.join(", ");
}

interface KeywordUses {
  /** Keywords in calls of unknown callees; `**` for those that only the run time knows. */
  readonly names: Set<string>;
  /** Methods that are called with keywords on an object whose class is not known. */
  readonly methods: Set<string>;
  /** Functions that are known to be called with `**mapping`, or with keywords behind `*args`. */
  readonly spread_to: Set<ast.Node>;
}

const known = new WeakMap<ast.Node, KeywordUses>();

function uses_of_keywords(emit: Emit): KeywordUses {
  const { node } = emit.facts.scopes.module;
  let found = known.get(node);
  if (found === undefined) {
    found = { names: new Set(), methods: new Set(), spread_to: new Set() };
    for (const call of tagged(node, "Call")) if (call.keywords.length > 0) note(call, found, emit);
    known.set(node, found);
  }
  return found;
}

function note(call: ast.Call, { names, methods, spread_to }: KeywordUses, emit: Emit): void {
  const callee = emit.facts.calls.callee(call);
  if (is_super_method(call)) {
    for (const { arg } of call.keywords) names.add(arg === null ? "**" : arg);
  }
  if (callee.kind !== "function" && callee.kind !== "method" && callee.kind !== "class") {
    for (const { arg } of call.keywords) names.add(arg === null || arg === "kwargs" ? "**" : arg);
    if (call.func.tag === "Attribute" && call.func.attr !== "__init__") methods.add(call.func.attr);
    return;
  }
  if (callee.kind === "class") note_makers(callee.node, spread_to, emit);
  const is_placed =
    call.keywords.every(({ arg }) => arg !== null) &&
    call.args.every((each) => each.tag !== "Starred");
  if (is_placed) return;
  if (callee.kind === "class") note_constructors(callee.node, spread_to, emit);
  else spread_to.add(callee.node);
}

/** Whom it reaches is up to the class of the object. */
function is_super_method({ func }: ast.Call): boolean {
  if (func.tag !== "Attribute" || func.value.tag !== "Call") return false;
  return func.value.func.tag === "Name" && func.value.func.id === "super";
}

function note_makers(node: ast.ClassDef, found: Set<ast.Node>, emit: Emit): void {
  const info = emit.facts.classes.info(node);
  const own = info.methods.get("__new__");
  if (own !== undefined) found.add(own);
  for (const base of info.bases) if (base.type === "class") note_makers(base.node, found, emit);
}

function note_constructors(node: ast.ClassDef, found: Set<ast.Node>, emit: Emit): void {
  const info = emit.facts.classes.info(node);
  const own = info.methods.get("__init__");
  if (own !== undefined) found.add(own);
  for (const base of info.bases)
    if (base.type === "class") note_constructors(base.node, found, emit);
}
