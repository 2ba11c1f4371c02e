// match x: case p if g: … → if (test of p) { … } else …
import type * as ast from "../../../grammar/ast/index.ts";
import * as build from "../../target/build.ts";
import type * as target from "../../target/nodes.ts";
import { attached_to } from "../comments.ts";
import type { PatternParts } from "../emit.ts";
import { falls_through } from "../shared/reachability.ts";
import type { StatementEmit } from "../shared/statement-emit.ts";
import { some_node } from "../shared/walk.ts";

export function match(node: ast.Match, emit: StatementEmit): readonly target.Statement[] {
  const [kept, subject] = subject_of(node, emit);
  const needs_block = node.cases.some((each) => each.guard !== null && captures(each.pattern));
  if (!needs_block) {
    const chain = case_from(node.cases, 0, subject, emit);
    if (chain === null) return kept;
    return [...kept, ...(chain.kind === "Block" ? chain.statements : [chain])];
  }
  const label = emit.fresh("match");
  const last = node.cases.at(-1);
  const cases = node.cases.flatMap((each) =>
    case_in_block(each, subject, each === last ? null : label, emit),
  );
  return [...kept, build.labeled(label, build.block(cases))];
}

/** A subject that is a name can be read again, unless parts of it are captured under the same name; anything else is kept. */
function subject_of(
  { subject: node, cases }: ast.Match,
  emit: StatementEmit,
): readonly [readonly target.Statement[], target.Expression] {
  const emitted = emit.expression(node);
  if (node.tag === "Name" && emitted.kind === "Identifier")
    if (!cases.some((each) => may_change(each, node.id))) return [[], emitted];
  const name = emit.fresh("subject");
  return [[build.const_(name, emitted)], build.identifier(name)];
}

/** The pattern captures a part of the subject under its name, or the guard gives the name another value. */
function may_change({ pattern, guard }: ast.MatchCase, name: string): boolean {
  if (takes_part(pattern, name)) return true;
  const is_stored = (each: ast.Node): boolean =>
    each.tag === "Name" && (each as ast.Name).id === name && (each as ast.Name).ctx === "Store";
  return guard !== null && some_node(guard, is_stored);
}

function case_from(
  cases: readonly ast.MatchCase[],
  index: number,
  subject: target.Expression,
  emit: StatementEmit,
): target.Block | (target.If & target.Attached) | null {
  const each = cases[index];
  if (each === undefined) return null;
  const parts = emit.pattern(each.pattern, subject);
  const body = build.block([...bind(each, parts, emit), ...emit.statements(each.body, each)]);
  const test = each.guard === null ? parts.test : and_also(parts.test, emit.test(each.guard));
  if (is_true(test)) return body;
  const chain = build.from(each, build.if_(test, body, case_from(cases, index + 1, subject, emit)));
  const leading = attached_to(each, emit.trivia)?.leading;
  return leading === undefined ? chain : { ...chain, leading };
}

/** A guard that reads what the pattern captured: the case ends by leaving the block around all cases. */
function case_in_block(
  each: ast.MatchCase,
  subject: target.Expression,
  label: string | null,
  emit: StatementEmit,
): readonly target.Statement[] {
  const parts = emit.pattern(each.pattern, subject);
  const leaves = label !== null && falls_through(each.body, emit.facts);
  const leave = leaves ? [build.break_(label)] : [];
  const body = [...emit.statements(each.body, each), ...leave];
  const guarded =
    each.guard === null ? body : [build.if_(emit.test(each.guard), build.block(body))];
  const all = [...bind(each, parts, emit), ...guarded];
  if (is_true(parts.test))
    return all.length > 0 && parts.bindings.length > 0 ? [build.block(all)] : all;
  const leading = attached_to(each, emit.trivia)?.leading;
  const statement = build.if_(parts.test, build.block(all));
  return [leading === undefined ? statement : { ...statement, leading }];
}

function bind(
  each: ast.MatchCase,
  parts: PatternParts,
  emit: StatementEmit,
): readonly target.Statement[] {
  return parts.bindings.map(({ name, value, python_name }) => {
    const keyword = emit.declarations.declares_in(each, python_name);
    if (keyword !== null) return build.declare(keyword, name, value);
    return build.statement(build.assign(build.identifier(name), value));
  });
}

/** Whether the pattern captures a part of the subject, not all of it, under that name. */
function takes_part(pattern: ast.Pattern, name: string): boolean {
  switch (pattern.tag) {
    case "MatchAs":
      return pattern.pattern !== null && takes_part(pattern.pattern, name);
    case "MatchOr":
      return pattern.patterns.some((each) => takes_part(each, name));
    default:
      return names_captured(pattern).includes(name);
  }
}

function names_captured(pattern: ast.Pattern): readonly string[] {
  switch (pattern.tag) {
    case "MatchAs":
      return [
        ...(pattern.name === null ? [] : [pattern.name]),
        ...(pattern.pattern === null ? [] : names_captured(pattern.pattern)),
      ];
    case "MatchStar":
      return pattern.name === null ? [] : [pattern.name];
    case "MatchMapping":
      return [
        ...(pattern.rest === null ? [] : [pattern.rest]),
        ...pattern.patterns.flatMap(names_captured),
      ];
    case "MatchClass":
      return [...pattern.patterns, ...pattern.kwd_patterns].flatMap(names_captured);
    case "MatchSequence":
    case "MatchOr":
      return pattern.patterns.flatMap(names_captured);
    default:
      return [];
  }
}

function captures(pattern: ast.Pattern): boolean {
  switch (pattern.tag) {
    case "MatchAs":
    case "MatchStar":
      return (
        pattern.name !== null ||
        (pattern.tag === "MatchAs" && !!pattern.pattern && captures(pattern.pattern))
      );
    case "MatchMapping":
      return pattern.rest !== null || pattern.patterns.some(captures);
    case "MatchClass":
      return pattern.patterns.some(captures) || pattern.kwd_patterns.some(captures);
    case "MatchSequence":
    case "MatchOr":
      return pattern.patterns.some(captures);
    default:
      return false;
  }
}

function and_also(one: target.Expression, other: target.Expression): target.Expression {
  return is_true(one) ? other : build.chain("&&", one, other);
}

function is_true(test: target.Expression): boolean {
  return test.kind === "BooleanLiteral" && test.value;
}
