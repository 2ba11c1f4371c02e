// class D(B, C, key=v) → class D extends bases(B, C, { key: v }): what the runtime makes of several bases and keywords.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { keyword_object } from "./calls/arguments.ts";
import type { StatementEmit } from "./statement-emit.ts";

/** What such a class extends; `kept` are the bases that mean something at run time. */
export function extended(
  node: ast.ClassDef,
  kept: readonly ast.Expression[],
  emit: StatementEmit,
): target.Expression {
  const args: target.Element[] = kept.map((base) => base_value(base, emit));
  if (args.length === 0) args.push(emit.runtime("builtins", "object"));
  const keywords = node.keywords.filter((each) => !is_abstract_keyword(each));
  if (keywords.length > 0) args.push(keyword_object(keywords, emit));
  return build.call(emit.builtin("bases"), args);
}

/** `static { class_created(this, "a", "b"); }` where a base or a metaclass wants to know of the class. */
export function created(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  const { is_made_by_runtime } = emit.facts.classes.info(node);
  const is_told = is_watched(node, is_made_by_runtime, emit, new Set());
  if (!is_told && !asks_for_subclasses(node, emit)) return [];
  // A metaclass gets the names in the order of the body.
  const names = is_made_by_runtime ? emit.facts.scopes.scope_of(node).bindings.keys() : [];
  const args = [...names].map((name) => build.string(name));
  const call = build.call(emit.builtin("class_created"), [build.this_(), ...args]);
  const block = build.static_block(build.block([build.statement(call)]));
  return [build.attach(block, { blank_before: true })];
}

/** Itself or a class above it has keywords or `__init_subclass__`. */
function is_watched(
  node: ast.ClassDef,
  is_made_by_runtime: boolean,
  emit: StatementEmit,
  seen: Set<ast.ClassDef>,
): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (node.keywords.some((each) => !is_abstract_keyword(each))) return true;
  return emit.facts.classes
    .info(node)
    .bases.some(
      (base) =>
        (base.type === "unknown" && is_made_by_runtime) ||
        (base.type === "class" &&
          (emit.facts.classes.info(base.node).methods.has("__init_subclass__") ||
            is_watched(base.node, is_made_by_runtime, emit, seen))),
    );
}

/** Then its classes tell their bases. */
function asks_for_subclasses(node: ast.ClassDef, { facts }: StatementEmit): boolean {
  return facts.effects.sees_subclasses && facts.classes.info(node).enumeration === null;
}

function base_value(base: ast.Expression, emit: StatementEmit): target.Expression {
  const is_type =
    base.tag === "Name" && base.id === "type" && emit.facts.scopes.resolve(base).kind === "builtin";
  if (is_type) return emit.runtime("builtins", "PyType");
  return emit.expression(base.tag === "Subscript" ? base.value : base);
}

/** `metaclass=ABCMeta` changes nothing but that abstract methods count. */
export function is_abstract_keyword({ arg, value }: ast.Keyword): boolean {
  if (arg !== "metaclass") return false;
  if (value.tag === "Name") return value.id === "ABCMeta";
  return value.tag === "Attribute" && value.attr === "ABCMeta";
}
