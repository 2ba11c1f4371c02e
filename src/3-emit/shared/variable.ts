// Declarations of the author's variables: keyword, type where TypeScript would infer another, export.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import type { Keyword } from "./declarations.ts";
import { is_seen_assigned } from "./definite.ts";
import { is_empty_display, is_none } from "./literal.ts";
import { compares_names } from "./compared.ts";
import type { StatementEmit } from "./statement-emit.ts";
import { members } from "./types.ts";

/** `const x: T = value;` for a name that its statement declares. */
export function declare_name(
  to: ast.Name,
  keyword: Keyword,
  value: ast.Expression,
  emitted: target.Expression,
  emit: StatementEmit,
  annotation: ast.Expression | null = null,
): target.Statement {
  const binding = emit.facts.scopes.defined_by(to);
  const written = annotation === null ? null : emit.annotation(annotation);
  const type = written ?? needed_type(binding, keyword, value, emit);
  return build.declare(keyword, build.identifier(emit.name(binding)), emitted, {
    type,
    export: emit.surroundings.is_top_level && emit.is_exported(binding),
  });
}

/** `let x!: T;` for a variable that gets its value further down. */
export function declare_ahead(
  binding: Binding,
  before: ast.Statement | null,
  emit: StatementEmit,
): target.Statement {
  const is_seen =
    before !== null && !binding.may_be_unbound && is_seen_assigned(before, binding.name);
  return build.declare("let", build.identifier(emit.name(binding)), null, {
    type: emit.type(emit.facts.types.of_binding(binding)),
    definite: !is_seen,
    export: emit.surroundings.is_top_level && emit.is_exported(binding),
  });
}

/** A type where the value alone would tell TypeScript too little or too much. */
function needed_type(
  binding: Binding,
  keyword: Keyword,
  value: ast.Expression,
  emit: StatementEmit,
): target.Type | null {
  const type = emit.facts.types.of_binding(binding);
  const own = emit.facts.types.of(value);
  if (
    is_parametric(type) &&
    (makes_generic(value, emit) || (keyword === "let" && is_stored_again(binding)))
  )
    return emit.type(type);
  if (is_empty_display(value) && is_container(type.type)) return emit.type(type);
  if (takes_more(value, type, emit)) return emit.type(type);
  if (keyword === "const" && !is_display(value)) {
    return value.tag === "Constant" && is_widened(value) && compares_names(binding, emit)
      ? emit.type(type)
      : null;
  }
  const [all, first] = [emit.type(type), emit.type(own)];
  // Of what is unknown here TypeScript may know something, too narrow for what is stored later.
  if (type.type === "unknown" && is_stored_again(binding)) return all;
  if (!is_none(value) && is_same(all, first)) return null;
  return all;
}

/** A container that later gets other items than those that it is made with, which is what TypeScript sees. */
function takes_more(value: ast.Expression, type: Type, emit: StatementEmit): boolean {
  if (type.type !== "list" && type.type !== "set" && type.type !== "dict") return false;
  const held = type.type === "dict" ? type.value : type.element;
  if (held.type !== "union" && held.type !== "unknown") return false;
  if (value.tag === "Call") return makes_container(value, emit);
  if (value.tag !== "List" && value.tag !== "Set") return false;
  const shown = new Set(
    value.elts.flatMap((each) => text_of_types(emit.facts.types.of(each), emit)),
  );
  return text_of_types(held, emit).some((each) => !shown.has(each));
}

function text_of_types(type: Type, emit: StatementEmit): readonly string[] {
  return members(type).map((each) => JSON.stringify(emit.type(each)));
}

/** `list(…)`, `dict(…)`, `set(…)`. */
function makes_container(value: ast.Call, emit: StatementEmit): boolean {
  const callee = emit.facts.calls.callee(value);
  return callee.kind === "builtin" && ["list", "dict", "set"].includes(callee.name);
}

/** Its arguments say what TypeScript can't see where the value is made. */
function is_parametric(type: Type): boolean {
  return type.type === "runtime_instance" && type.arguments.some((each) => each.type !== "unknown");
}

/** `asyncio.Queue()`: only its later uses tell of what. */
function makes_generic(value: ast.Expression, emit: StatementEmit): boolean {
  return value.tag === "Call" && emit.facts.calls.callee(value).kind === "runtime_class";
}

function is_stored_again(binding: Binding): boolean {
  return binding.definitions.length > 1;
}

function is_container(type: string): boolean {
  return type === "list" || type === "dict" || type === "set" || type === "frozenset";
}

function is_display(value: ast.Expression): boolean {
  return value.tag === "List" || value.tag === "Dict" || value.tag === "Set";
}

/** TypeScript takes `const MODE = "a"` for the type `"a"`, and `MODE === "b"` for a mistake then. */
function is_widened(value: ast.Constant): boolean {
  return value.value.type === "str" || value.value.type === "int" || value.value.type === "bool";
}

function is_same(one: target.Type, other: target.Type): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
