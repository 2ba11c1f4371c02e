// class P(Protocol) → static { protocol(this, true, ["close"], ["name"]); } where the program asks who has these.
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { decorator_name } from "./decorators.ts";
import type { StatementEmit } from "./statement-emit.ts";

export function protocol_block(node: ast.ClassDef, emit: StatementEmit): readonly target.Member_[] {
  if (!emit.facts.classes.info(node).is_protocol) return [];
  const is_checkable = node.decorator_list.some((each) =>
    /^(?:\w+\.)?runtime_checkable$/.test(decorator_name(each) ?? ""),
  );
  if (!is_checkable && !emit.asked_names.has(node.name)) return [];
  const methods: string[] = [];
  const data: string[] = [];
  for (const name of emit.facts.scopes.scope_of(node).bindings.keys()) {
    if (NO_MEMBERS.has(name)) continue;
    (is_callable(name, node) ? methods : data).push(name);
  }
  const call = build.call(emit.builtin("protocol"), [
    build.this_(),
    build.boolean(is_checkable),
    build.array(methods.map((name) => build.string(name))),
    build.array(data.map((name) => build.string(name))),
  ]);
  const block = build.static_block(build.block([build.statement(call)]));
  return [build.attach(block, { blank_before: true })];
}

function is_callable(name: string, node: ast.ClassDef): boolean {
  return node.body.some(
    (each) =>
      (each.tag === "FunctionDef" || each.tag === "AsyncFunctionDef") &&
      each.name === name &&
      !each.decorator_list.some((decorator) => decorator_name(decorator) === "property"),
  );
}

const NO_MEMBERS: ReadonlySet<string> = new Set([
  "__init__",
  "__new__",
  "__slots__",
  "__subclasshook__",
  "__class_getitem__",
  "__doc__",
  "__module__",
]);
