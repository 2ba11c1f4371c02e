// Which statements, and heads of statements, prettier lays out as we print them, as long as their line has room.
import type * as target from "../../target/nodes.ts";
import {
  is_block_call,
  is_block_function,
  is_broken,
  is_plain,
  is_plain_statement,
  is_plain_value,
} from "./plain-expressions.ts";
import { are_plain_parameters, is_plain_pattern, is_plain_type } from "./plain-types.ts";

/** What such a statement consists of is looked at part by part. */
export function has_plain_parts(node: target.Statement): boolean {
  switch (node.kind) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "Import":
    case "ExportNames":
      return true;
    case "Block":
      return node.statements.length > 0;
    case "For":
    case "ForOf":
    case "While":
      return node.body.statements.length > 0;
    case "If":
      return is_plain_chain(node);
    case "Switch":
      return is_plain_switch(node);
    case "Try":
      return (
        node.body.statements.length > 0 &&
        (node.handler === null || node.handler.statements.length > 0) &&
        (node.finalizer === null || node.finalizer.statements.length > 0)
      );
    case "Labeled":
      return has_plain_parts(node.body);
    default:
      return false;
  }
}

/** A statement of one line. */
export function is_plain_line(node: target.Statement): boolean {
  switch (node.kind) {
    case "VariableDeclaration":
      return is_plain_declaration(node);
    case "ExpressionStatement":
      return is_plain_statement(node.expression);
    case "Break":
    case "Continue":
      return true;
    case "Return":
      return node.value === null || (is_plain_value(node.value) && !is_cast(node.value));
    case "Throw":
      return is_plain(node.value);
    case "TypeAlias":
      return node.type_parameters.length === 0 && is_plain_type(node.type);
    default:
      return false;
  }
}

/** Prettier breaks it, however short it is, and `print_broken_statement` may do the same. */
export function is_broken_line(node: target.Statement): boolean {
  const value = value_of(node);
  return value !== null && is_broken(value);
}

/** It ends with a function, whose block stands on lines of its own. */
export function is_block_line(node: target.Statement): boolean {
  const value = value_of(node);
  return value !== null && (is_block_function(value) || is_block_call(value));
}

/** What a statement with one value ends with, where all before it is plain. */
function value_of(node: target.Statement): target.Expression | null {
  switch (node.kind) {
    case "VariableDeclaration": {
      const [first] = node.declarators;
      if (first === undefined || node.declarators.length > 1) return null;
      return is_plain_declarator({ ...first, value: null }) ? first.value : null;
    }
    case "ExpressionStatement": {
      const { expression } = node;
      if (expression.kind !== "Assignment") return expression;
      return is_plain_pattern(expression.target, is_plain) ? expression.value : null;
    }
    case "Return":
      return node.value;
    default:
      return null;
  }
}

function is_cast(node: target.Expression): boolean {
  return node.kind === "As" && node.value.kind === "As";
}

/** Several variables with values stand on lines of their own, except in a `for`. */
function is_plain_declaration({ declarators }: target.VariableDeclaration): boolean {
  const is_one_line = declarators.length === 1 || declarators.every(({ value }) => value === null);
  return is_one_line && declarators.every(is_plain_declarator);
}

function is_plain_declarator({ target: bound, type, value }: target.Declarator): boolean {
  if (bound.kind !== "Identifier" && !is_plain_pattern(bound, is_plain)) return false;
  return (
    (type === null || is_plain_type(type)) &&
    (value === null || (value.kind !== "Assignment" && is_plain_value(value)))
  );
}

/** Comments before an `else` are moved, and an empty block is broken. */
function is_plain_chain(first: target.If): boolean {
  let node: target.If & target.Attached = first;
  for (;;) {
    const { alternate } = node;
    if (node.consequent.statements.length === 0) return false;
    if (alternate === null) return true;
    if (alternate.kind === "Block") return alternate.statements.length > 0;
    if ((alternate.leading?.length ?? 0) > 0) return false;
    node = alternate;
  }
}

/** Comments at the end of a case belong to the next, and `case x: {` stands on one line. */
function is_plain_switch({ discriminant, cases }: target.Switch): boolean {
  return (
    cases.length > 0 &&
    is_name(discriminant) &&
    cases.every(({ tests, body }) => {
      const last = body.at(-1);
      return (
        last !== undefined &&
        last.kind !== "Comments" &&
        (last.below?.length ?? 0) === 0 &&
        body[0]?.kind !== "Block" &&
        tests.every((test) => is_name(test) || test.kind === "StringLiteral")
      );
    })
  );
}

/** Nothing in it could be broken. */
function is_name(node: target.Expression): boolean {
  return node.kind === "Identifier" || (node.kind === "Member" && is_name(node.object));
}

export function is_plain_loop(node: target.For | target.ForOf | target.While): boolean {
  switch (node.kind) {
    case "For": {
      const { initializer, test, update } = node;
      if (initializer?.kind === "VariableDeclaration") {
        if (!initializer.declarators.every(is_plain_declarator)) return false;
      } else if (initializer !== null && !is_plain_statement(initializer)) return false;
      return (test === null || is_plain(test)) && (update === null || is_plain_statement(update));
    }
    case "ForOf":
      return is_plain_pattern(node.target, is_plain) && is_plain(node.iterable);
    case "While":
      return is_plain(node.test);
  }
}

/** The signature of a function. */
export function is_plain_function(node: target.FunctionParts): boolean {
  return (
    are_plain_parameters(node, is_plain) && (node.returns === null || is_plain_type(node.returns))
  );
}

export function is_plain_method(node: target.Method): boolean {
  return is_plain_name(node.name) && is_plain_function(node);
}

export function is_plain_field(node: target.Field): boolean {
  return (
    is_plain_name(node.name) &&
    (node.type === null || is_plain_type(node.type)) &&
    (node.value === null || is_plain(node.value))
  );
}

function is_plain_name(name: string | target.Expression): boolean {
  return typeof name === "string" ? !/^[\d.]/.test(name) : is_plain(name);
}

export function is_plain_heritage(parts: target.ClassParts): boolean {
  const { type_parameters, implements: promised, extends: base } = parts;
  return (
    type_parameters.length === 0 &&
    promised.length === 0 &&
    (parts.extends_type_arguments?.every(is_plain_type) ?? true) &&
    (base === null || (["Identifier", "Member", "Call"].includes(base.kind) && is_plain(base)))
  );
}
