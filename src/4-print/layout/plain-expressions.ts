// Which expressions prettier lays out as we print them, as long as their line has room: most. The others it breaks
// all the same, or gives parentheses that nobody needs.
import type * as target from "../../target/nodes.ts";
import { begins_badly } from "../expressions.ts";
import {
  are_plain_parameters,
  is_plain_pattern,
  is_plain_type,
  stands_with_comments,
} from "./plain-types.ts";

/** Where an expression ends a statement: `yield`, and what is assigned, may stand here. */
export function is_plain_statement(node: target.Expression): boolean {
  if (begins_badly(node, true) || node.kind === "StringLiteral") return false;
  if (node.kind === "Assignment")
    return is_plain_pattern(node.target, is_plain) && is_plain_value(node.value);
  return is_plain_value(node);
}

/** Behind `=`, `return`, or alone. */
export function is_plain_value(node: target.Expression): boolean {
  if (node.kind !== "Yield") return is_plain(node);
  return node.value === null || is_plain(node.value);
}

export function is_plain(node: target.Expression): boolean {
  switch (node.kind) {
    case "Identifier":
    case "BooleanLiteral":
    case "NullLiteral":
    case "StringLiteral":
    case "BigIntLiteral":
    case "This":
    case "Super":
    case "ImportMeta":
    case "ImportCall":
      return true;
    case "NumberLiteral":
      return /^\d+(?:\.\d*[1-9])?(?:e[-+]?[1-9]\d*)?$/.test(node.raw ?? String(node.value));
    case "TemplateLiteral":
      return node.expressions.every(is_plain);
    case "ArrayLiteral":
      return (
        node.elements.every(is_plain_element) &&
        !(node.elements.length > 1 && node.elements.every(holds_several))
      );
    case "ObjectLiteral":
      return node.properties.every(is_plain_property);
    case "ArrowFunction":
      return is_plain_arrow(node);
    case "Unary":
      return is_plain(node.operand);
    case "Binary":
      return is_plain_binary(node);
    case "Conditional":
      return [node.test, node.consequent, node.alternate].every(
        (each) => !["As", "Conditional", "ArrowFunction"].includes(each.kind) && is_plain(each),
      );
    case "Assignment":
      return (
        node.value.kind !== "Assignment" &&
        is_plain_pattern(node.target, is_plain) &&
        is_plain(node.value)
      );
    case "Update":
      return is_plain(node.target);
    case "Call":
    case "New":
      return is_plain_call(node);
    case "Member":
      return node.optional !== true && is_plain_object(node.object);
    case "Index":
      return node.optional !== true && is_plain_object(node.object) && is_plain(node.index);
    case "Spread":
      return is_plain(node.value);
    case "Await":
      return !begins_with_await(node.value) && is_plain(node.value);
    case "As":
      return !["Binary", "Conditional"].includes(node.value.kind)
        ? is_plain(node.value) && is_plain_type(node.type)
        : false;
    case "NonNull":
      return is_plain_object(node.value);
    default:
      return false;
  }
}

/** `await (await f()).value` is broken. */
function begins_with_await(node: target.Expression): boolean {
  let at = node;
  for (;;) {
    if (at.kind === "Call" || at.kind === "New") at = at.callee;
    else if (at.kind === "Member" || at.kind === "Index") at = at.object;
    else if (at.kind === "NonNull" || at.kind === "As") at = at.value;
    else if (at.kind === "Binary") at = at.left;
    else return at.kind === "Await";
  }
}

function is_plain_object(node: target.Expression): boolean {
  switch (node.kind) {
    case "NumberLiteral":
    case "BigIntLiteral":
    case "ArrowFunction":
    case "Conditional":
      return false;
    default:
      return is_plain(node);
  }
}

function is_plain_element(node: target.Element): boolean {
  return !stands_with_comments(node) && is_plain(node);
}

/** Lists of such are broken, however short. */
function holds_several(node: target.Expression): boolean {
  if (node.kind === "ArrayLiteral") return node.elements.length > 1;
  return node.kind === "ObjectLiteral" && node.properties.length > 1;
}

function is_plain_property(node: target.Property): boolean {
  const { key, value } = node;
  if (stands_with_comments(node) || !is_plain(value)) return false;
  if (key === null) return true;
  return typeof key === "string" ? !/^[\d.]/.test(key) : is_plain(key);
}

function is_plain_arrow(node: target.ArrowFunction): boolean {
  const { body } = node;
  if (body.kind === "Block" || body.kind === "ArrowFunction" || body.kind === "Assignment")
    return false;
  if (node.returns !== null && !is_plain_type(node.returns)) return false;
  if (begins_badly(body, true) && body.kind !== "ObjectLiteral") return false;
  return are_plain_parameters(node, is_plain) && is_plain(body);
}

/** A sum of ten thousand terms is no deep recursion; it does not fit into a line either. */
const TERMS = 40;

function is_plain_binary(node: target.Binary): boolean {
  let at: target.Expression = node;
  for (let terms = 0; at.kind === "Binary"; terms++) {
    if (terms > TERMS || !is_plain(at.right)) return false;
    at = at.left;
  }
  return is_plain(at);
}

function is_plain_call(node: target.Call | target.New): boolean {
  const { callee, arguments: args } = node;
  if (node.kind === "Call" && (node.optional === true || calls_in_chain(node) > 2)) return false;
  if (node.kind === "New" && !is_name(callee) && callee.kind !== "This") return false;
  if (callee.kind === "Identifier" && TESTS.test(callee.name)) return false;
  if (!(callee.kind === "ArrowFunction" ? is_plain_arrow(callee) : is_plain_object(callee)))
    return false;
  if (!args.every(is_plain_element) || is_composition(args)) return false;
  if (args.filter((each) => each.kind === "ArrowFunction").length > 1) return false;
  return node.type_arguments?.every(is_plain_type) ?? true;
}

/** Calls of such names are laid out as those of a test. */
const TESTS = /^(?:skip|[fx]?(?:it|describe|test)|beforeEach|beforeAll|afterEach|afterAll)$/;

function is_name(node: target.Expression): boolean {
  return node.kind === "Identifier" || (node.kind === "Member" && is_name(node.object));
}

/** What prettier breaks however short it is, where all else in it is plain. */
export function is_broken(node: target.Expression): boolean {
  switch (node.kind) {
    case "Await":
      return !begins_with_await(node.value) && is_broken(node.value);
    case "ArrayLiteral":
      return is_table(node);
    case "Call":
    case "New": {
      const { callee, arguments: args, type_arguments = [] } = node;
      if (!is_name(callee) || (callee.kind === "Identifier" && TESTS.test(callee.name)))
        return false;
      return (
        (is_composition(args) || args.some(is_broken)) &&
        args.every((each) => is_plain_element(each) || is_broken(each)) &&
        type_arguments.every(is_plain_type)
      );
    }
    default:
      return false;
  }
}

/** `(() => { … })()` and `f(a, () => { … })`: where the ends fit, only the block is broken. */
export function is_block_call(node: target.Expression): boolean {
  if (node.kind === "Await") return is_block_call(node.value);
  if (node.kind !== "Call" || node.optional === true || (node.type_arguments?.length ?? 0) > 0)
    return false;
  const { callee, arguments: args } = node;
  const last = args.at(-1);
  if (is_block_function(callee))
    return args.every((each) => is_plain_element(each) && is_atom(each));
  if (last === undefined || !is_name(callee) || !is_block_function(last)) return false;
  if (callee.kind === "Identifier" && TESTS.test(callee.name)) return false;
  return !stands_with_comments(last) && args.slice(0, -1).every(is_atom);
}

/** `(x) => { … }`, `function f(x) { … }`. */
export function is_block_function(node: target.Expression): boolean {
  if (node.kind !== "ArrowFunction" && node.kind !== "FunctionExpression") return false;
  const { body, returns } = node;
  return (
    body.kind === "Block" &&
    body.statements.length > 0 &&
    are_plain_parameters(node, is_plain) &&
    (returns === null || is_plain_type(returns))
  );
}

/** Nothing in it can be broken. */
export function is_atom(node: target.Element): boolean {
  switch (node.kind) {
    case "StringLiteral":
    case "NumberLiteral":
    case "BigIntLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "Identifier":
    case "This":
      return true;
    default:
      return false;
  }
}

/** `[[1, 2], [3, 4]]`. */
function is_table({ elements }: target.ArrayLiteral): boolean {
  const [first] = elements;
  return (
    elements.length > 1 &&
    elements.every(
      (each) => each.kind === first?.kind && holds_several(each) && is_plain_element(each),
    )
  );
}

/** `compose(map((x) => …), filter((x) => …))`: a line for each. */
export function is_composition(args: readonly target.Element[]): boolean {
  return args.length > 1 && args.some(is_given_function);
}

function is_given_function(node: target.Expression): boolean {
  return (
    (node.kind === "Call" || node.kind === "New") &&
    node.arguments.some((each) => each.kind === "ArrowFunction")
  );
}

/** From the third call on, chains are broken. */
function calls_in_chain(node: target.Call): number {
  let calls = 0;
  let at: target.Expression = node;
  for (;;) {
    if (at.kind === "Call") {
      calls++;
      at = at.callee;
    } else if (at.kind === "Member" || at.kind === "Index") at = at.object;
    else if (at.kind === "NonNull") at = at.value;
    else return calls;
  }
}
