// What a function says of itself to those who get it as a value: signature(f, "a, b="), blocking(f), its docstring.
import { is_turn } from "../../facts/turns.ts";
import type * as ast from "../../../grammar/ast/index.ts";
import { tagged } from "../../../grammar/ast/tagged.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { doc_attribute } from "../comments.ts";
import type { Emit } from "../emit.ts";
import { may_be_called_with_keywords, signature_text } from "./signature-text.ts";
import { decorator_name } from "./decorators.ts";
import { description } from "./description.ts";
import { qualname_of } from "./qualname.ts";
import { imports_unittest } from "./tests.ts";

type FunctionStatement = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda;

/**
 * The function with what must be known of it where it is called by those who don't know it; the very expression
 * when nothing must. The marks give the function back, so they can be statements as well.
 */
export function marked(
  value: target.Expression,
  node: FunctionStatement,
  emit: Emit,
  receiver: ast.Arg | null = null,
): target.Expression {
  const blocks =
    emit.facts.effects.of_function(node) === "blocking" && !emit.facts.calls.is_closed(node);
  const bare = blocks ? build.call(emit.builtin("blocking"), [value]) : value;
  const own = placed(documented(bare, node, emit), node, emit);
  if (emit.facts.effects.sees_functions)
    return build.call(emit.builtin("describe"), [own, description(node, emit, receiver)]);
  const named = is_shown(node, emit) ? qualified(own, node, emit) : own;
  if (!may_be_called_with_keywords(node, emit)) return named;
  const text = build.string(signature_text(node, emit, receiver));
  return build.call(emit.builtin("signature"), [named, text]);
}

/** Where the program reads `__module__`, functions of other modules than the main one carry it, as far as they get about. */
function placed(value: target.Expression, node: FunctionStatement, emit: Emit): target.Expression {
  const { facts } = emit;
  if (!facts.effects.sees_modules || emit.module_name === "__main__") return value;
  const { parent } = facts.scopes.scope_of(node);
  if (parent?.kind === "class" || facts.calls.is_closed(node)) return value;
  return build.call(emit.builtin("of_module"), [value, build.string(emit.module_name)]);
}

/** Errors of calls name functions in functions with those around them; `wraps` gives them other names. */
function is_shown(node: FunctionStatement, emit: Emit): boolean {
  if (!emit.facts.effects.sees_qualnames || emit.facts.calls.is_closed(node)) return false;
  if (node.tag === "Lambda")
    return node.args.args.length > 0 && !handed_over(emit.facts.scopes.module.node).has(node);
  return !node.decorator_list.some((each) => /(?:^|\.)wraps$/.test(decorator_name(each) ?? ""));
}

const handed_over_by_module = new WeakMap<ast.Node, ReadonlySet<ast.Node>>();

/** Lambdas that are arguments: who gets them calls them with as many values as they take. */
function handed_over(module: ast.Node): ReadonlySet<ast.Node> {
  let found = handed_over_by_module.get(module);
  if (found === undefined) {
    const given = tagged(module, "Call").flatMap(({ args, keywords }) => [
      ...args,
      ...keywords.map(({ value }) => value),
    ]);
    found = new Set(given.filter(({ tag }) => tag === "Lambda"));
    handed_over_by_module.set(module, found);
  }
  return found;
}

function qualified(
  value: target.Expression,
  node: FunctionStatement,
  emit: Emit,
): target.Expression {
  const name = qualname_of(node, emit);
  if (name === null) return value;
  return build.call(emit.builtin("qualified"), [value, build.string(name)]);
}

/** The marks as a statement about a function that has a name already; none when nothing must be said. */
export function marks(
  name: target.Expression,
  node: FunctionStatement,
  emit: Emit,
  receiver: ast.Arg | null = null,
): readonly target.Statement[] {
  const made = marked(name, node, emit, receiver);
  return made === name ? [] : [build.statement(made)];
}

/** A docstring is JSDoc; where the program reads `__doc__` itself, the function carries it as well. */
function documented(
  value: target.Expression,
  node: FunctionStatement,
  emit: Emit,
): target.Expression {
  const doc = node.tag === "Lambda" ? null : doc_attribute(node.body);
  if (doc === null || is_turn(node) || !is_read(node, emit)) return value;
  const kept = build.object([build.property("__doc__", build.string(doc))]);
  return build.method_call(build.identifier("Object"), "assign", [value, kept]);
}

function is_read(node: FunctionStatement, emit: Emit): boolean {
  if (emit.facts.effects.sees_docstrings) return true;
  return node.tag !== "Lambda" && is_described_test(node, emit);
}

/** A runner shows the docstrings of tests. */
function is_described_test(
  { name }: ast.FunctionDef | ast.AsyncFunctionDef,
  { facts }: Emit,
): boolean {
  return name.startsWith("test") && imports_unittest(facts.scopes.module.bindings.values());
}
