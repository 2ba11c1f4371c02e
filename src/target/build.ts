// Short constructors of target nodes: `build.call(build.identifier("f"), [x])`. Nothing here knows Python.
import type { Span } from "../../grammar/ast/node.ts";
import type * as target from "./nodes.ts";

type Statement = target.Statement;
type Expression = target.Expression;
type Type = target.Type;

/** The node with the Python text it was made from. */
export function from<N extends target.TargetNode>(origin: Span, node: N): N {
  return node.origin === undefined
    ? { ...node, origin: { start: origin.start, end: origin.end } }
    : node;
}

/** The node with comments, blank lines or JSDoc beside it. */
export function attach<N extends object>(node: N, attached: target.Attached): N & target.Attached {
  return { ...node, ...attached };
}

// --- expressions -------------------------------------------------------------------------------

export function identifier(name: string): target.Identifier {
  return { kind: "Identifier", name };
}

/** Any number: signs, infinities and NaN become the nodes that JavaScript writes them with. */
export function number(value: number, raw?: string): Expression {
  if (Number.isNaN(value)) return identifier("NaN");
  if (value < 0 || Object.is(value, -0)) return unary("-", number(-value));
  if (value === Infinity) return identifier("Infinity");
  return raw === undefined
    ? { kind: "NumberLiteral", value }
    : { kind: "NumberLiteral", value, raw };
}

export function bigint(value: bigint): Expression {
  return value < 0n
    ? unary("-", { kind: "BigIntLiteral", value: -value })
    : { kind: "BigIntLiteral", value };
}

export function string(value: string): target.StringLiteral {
  return { kind: "StringLiteral", value };
}

export function boolean(value: boolean): target.BooleanLiteral {
  return { kind: "BooleanLiteral", value };
}

export function null_(): target.NullLiteral {
  return { kind: "NullLiteral" };
}

export function undefined_(): target.Identifier {
  return identifier("undefined");
}

/** `quasis` has one entry more than `expressions`. */
export function template(
  quasis: readonly string[],
  expressions: readonly Expression[],
): target.TemplateLiteral {
  return { kind: "TemplateLiteral", quasis, expressions };
}

export function array(elements: readonly target.Element[]): target.ArrayLiteral {
  return { kind: "ArrayLiteral", elements };
}

export function object(properties: readonly target.Property[]): target.ObjectLiteral {
  return { kind: "ObjectLiteral", properties };
}

/** `key: value`; an Expression key is computed, `null` spreads. */
export function property(key: string | Expression | null, value: Expression): target.Property {
  return { kind: "Property", key, value };
}

export function parameter(
  name: target.Parameter["target"] | string,
  options: Partial<Omit<target.Parameter, "kind" | "target">> = {},
): target.Parameter {
  return {
    kind: "Parameter",
    target: typeof name === "string" ? identifier(name) : name,
    type: null,
    optional: false,
    default: null,
    rest: false,
    ...options,
  };
}

export function function_parts(
  parameters: readonly target.Parameter[],
  options: Partial<Omit<target.FunctionParts, "parameters">> = {},
): target.FunctionParts {
  return {
    async: false,
    generator: false,
    type_parameters: [],
    parameters,
    returns: null,
    ...options,
  };
}

export function arrow(
  parameters: readonly (target.Parameter | string)[],
  body: target.Block | Expression,
  options: Partial<Omit<target.FunctionParts, "parameters">> = {},
): target.ArrowFunction {
  const named = parameters.map((each) => (typeof each === "string" ? parameter(each) : each));
  return { kind: "ArrowFunction", ...function_parts(named, options), body };
}

export function function_expression(
  name: string | null,
  parts: target.FunctionParts,
  body: target.Block,
): target.FunctionExpression {
  return { kind: "FunctionExpression", ...parts, name, body };
}

export function class_parts(
  extends_: Expression | null,
  members: readonly target.Member_[],
  options: Partial<Omit<target.ClassParts, "extends" | "members">> = {},
): target.ClassParts {
  return { type_parameters: [], implements: [], ...options, extends: extends_, members };
}

export function unary(operator: target.Unary["operator"], operand: Expression): target.Unary {
  return { kind: "Unary", operator, operand };
}

/** `!x`; of a negation or an equality its opposite. */
export function not(operand: Expression): Expression {
  if (operand.kind === "Unary" && operand.operator === "!" && is_boolean(operand.operand))
    return operand.operand;
  if (operand.kind === "BooleanLiteral") return boolean(!operand.value);
  const opposite = operand.kind === "Binary" ? OPPOSITES.get(operand.operator) : undefined;
  return operand.kind === "Binary" && opposite !== undefined
    ? { ...operand, operator: opposite }
    : unary("!", operand);
}

const OPPOSITES: ReadonlyMap<target.BinaryOperator, target.BinaryOperator> = new Map([
  ["==", "!="],
  ["!=", "=="],
  ["===", "!=="],
  ["!==", "==="],
]);

/** Whether the node always gives `true` or `false`. */
export function is_boolean(node: Expression): boolean {
  if (node.kind === "BooleanLiteral") return true;
  if (node.kind === "Unary") return node.operator === "!";
  if (node.kind !== "Binary") return false;
  if (node.operator === "&&" || node.operator === "||")
    return is_boolean(node.left) && is_boolean(node.right);
  return /^(?:[=!]==?|[<>]=?|in|instanceof)$/u.test(node.operator);
}

export function binary(
  operator: target.BinaryOperator,
  left: Expression,
  right: Expression,
): target.Binary {
  return { kind: "Binary", operator, left, right };
}

/** `a && b && …` (or `||`, `??`); one operand stays as it is. */
export function chain(
  operator: "&&" | "||" | "??",
  first: Expression,
  ...rest: readonly Expression[]
): Expression {
  return rest.reduce<Expression>((left, right) => binary(operator, left, right), first);
}

export function conditional(
  test: Expression,
  consequent: Expression,
  alternate: Expression,
): target.Conditional {
  return { kind: "Conditional", test, consequent, alternate };
}

export function assign(
  to: target.Target,
  value: Expression,
  operator: target.Assignment["operator"] = "=",
): target.Assignment {
  return { kind: "Assignment", operator, target: to, value };
}

export function update(
  operator: "++" | "--",
  to: Expression,
  options: { readonly prefix?: boolean } = {},
): target.Update {
  return { kind: "Update", operator, prefix: options.prefix ?? false, target: to };
}

export function call(
  callee: Expression,
  args: readonly target.Element[] = [],
  type_arguments?: readonly Type[],
): target.Call {
  return type_arguments === undefined
    ? { kind: "Call", callee, arguments: args }
    : { kind: "Call", callee, arguments: args, type_arguments };
}

export function method_call(
  object_: Expression,
  name: string,
  args: readonly target.Element[] = [],
): target.Call {
  return call(member(object_, name), args);
}

export function new_(
  callee: Expression,
  args: readonly target.Element[] = [],
  type_arguments?: readonly Type[],
): target.New {
  return type_arguments === undefined
    ? { kind: "New", callee, arguments: args }
    : { kind: "New", callee, arguments: args, type_arguments };
}

export function member(object_: Expression, property_: string): target.Member {
  const object = object_.kind === "As" && object_.of_value === true ? object_.value : object_;
  return { kind: "Member", object, property: property_ };
}

export function index(object_: Expression, index_: Expression): target.Index {
  return { kind: "Index", object: object_, index: index_ };
}

export function spread(value: Expression): target.Spread {
  return { kind: "Spread", value };
}

export function await_(value: Expression): target.Await {
  return { kind: "Await", value };
}

export function yield_(
  value: Expression | null,
  options: { readonly delegate?: boolean } = {},
): target.Yield {
  return { kind: "Yield", value, delegate: options.delegate ?? false };
}

export function sequence(expressions: readonly Expression[]): Expression {
  const [only] = expressions;
  return only !== undefined && expressions.length === 1 ? only : { kind: "Sequence", expressions };
}

export function as_(value: Expression, type: Type): target.As {
  return { kind: "As", value, type };
}

export function non_null(value: Expression): target.NonNull {
  return { kind: "NonNull", value };
}

export function this_(): target.This {
  return { kind: "This" };
}

export function super_(): target.Super {
  return { kind: "Super" };
}

export function import_call(from: string): target.ImportCall {
  return { kind: "ImportCall", from };
}

export function import_meta(): target.ImportMeta {
  return { kind: "ImportMeta" };
}

export function hole(): target.Hole {
  return { kind: "Hole" };
}

// --- targets -----------------------------------------------------------------------------------

export function array_target(elements: readonly target.Target[]): target.ArrayTarget {
  return { kind: "ArrayTarget", elements };
}

export function object_target(properties: target.ObjectTarget["properties"]): target.ObjectTarget {
  return { kind: "ObjectTarget", properties };
}

export function rest_target(to: target.Target): target.RestTarget {
  return { kind: "RestTarget", target: to };
}

export function default_target(to: target.Target, value: Expression): target.DefaultTarget {
  return { kind: "DefaultTarget", target: to, value };
}

// --- statements --------------------------------------------------------------------------------

export function declare(
  keyword: "const" | "let" | "var",
  to: target.Target | string,
  value: Expression | null,
  options: {
    readonly type?: Type | null;
    readonly export?: boolean;
    readonly definite?: boolean;
  } = {},
): target.VariableDeclaration {
  const declarator: target.Declarator = {
    target: typeof to === "string" ? identifier(to) : to,
    type: options.type ?? null,
    value,
    ...(options.definite === true ? { definite: true } : {}),
  };
  return {
    kind: "VariableDeclaration",
    keyword,
    declarators: [declarator],
    export: options.export ?? false,
  };
}

export function const_(
  to: target.Target | string,
  value: Expression,
  type: Type | null = null,
): target.VariableDeclaration {
  return declare("const", to, value, { type });
}

export function let_(
  to: target.Target | string,
  value: Expression | null,
  type: Type | null = null,
): target.VariableDeclaration {
  return declare("let", to, value, { type });
}

export function function_declaration(
  name: string,
  parts: target.FunctionParts,
  body: target.Block,
  options: { readonly export?: boolean } = {},
): target.FunctionDeclaration {
  return {
    kind: "FunctionDeclaration",
    ...parts,
    name,
    body,
    export: options.export ?? false,
  };
}

export function class_declaration(
  name: string,
  parts: target.ClassParts,
  options: { readonly export?: boolean; readonly abstract?: boolean } = {},
): target.ClassDeclaration {
  return {
    kind: "ClassDeclaration",
    ...parts,
    name,
    abstract: options.abstract ?? false,
    export: options.export ?? false,
  };
}

export function field(
  name: string | Expression,
  options: Partial<Omit<target.Field, "kind" | "name">> = {},
): target.Field {
  return {
    kind: "Field",
    name,
    static: false,
    declare: false,
    readonly: false,
    optional: false,
    definite: false,
    type: null,
    value: null,
    ...options,
  };
}

export function method(
  name: string | Expression,
  parts: target.FunctionParts,
  body: target.Block | null,
  options: { readonly method?: target.Method["method"]; readonly static?: boolean } = {},
): target.Method {
  return {
    kind: "Method",
    ...parts,
    method: options.method ?? "method",
    name,
    static: options.static ?? false,
    body,
  };
}

export function static_block(body: target.Block): target.StaticBlock {
  return { kind: "StaticBlock", body };
}

export function statement(expression: Expression): target.ExpressionStatement {
  return { kind: "ExpressionStatement", expression };
}

export function block(statements: readonly Statement[]): target.Block {
  return { kind: "Block", statements };
}

export function if_(
  test: Expression,
  consequent: target.Block,
  alternate: target.If["alternate"] = null,
): target.If {
  return { kind: "If", test, consequent, alternate };
}

export function for_(
  initializer: target.For["initializer"],
  test: Expression | null,
  step: Expression | null,
  body: target.Block,
): target.For {
  return { kind: "For", initializer, test, update: step, body };
}

export function for_of(
  keyword: target.ForOf["keyword"],
  to: target.Target,
  iterable: Expression,
  body: target.Block,
  options: { readonly await?: boolean } = {},
): target.ForOf {
  return { kind: "ForOf", await: options.await ?? false, keyword, target: to, iterable, body };
}

export function while_(test: Expression, body: target.Block): target.While {
  return { kind: "While", test, body };
}

export function labeled(label: string, body: Statement): target.Labeled {
  return { kind: "Labeled", label, body };
}

export function break_(label: string | null = null): target.Break {
  return { kind: "Break", label };
}

export function continue_(label: string | null = null): target.Continue {
  return { kind: "Continue", label };
}

export function return_(value: Expression | null): target.Return {
  return { kind: "Return", value };
}

export function throw_(value: Expression): target.Throw {
  return { kind: "Throw", value };
}

export function try_(
  body: target.Block,
  parts: {
    readonly parameter?: target.Identifier | null;
    readonly handler?: target.Block | null;
    readonly finalizer?: target.Block | null;
  },
): target.Try {
  return {
    kind: "Try",
    body,
    parameter: parts.parameter ?? null,
    handler: parts.handler ?? null,
    finalizer: parts.finalizer ?? null,
  };
}

// --- types -------------------------------------------------------------------------------------

/** A dotted name and its arguments: `type_name("Promise", [type_name("void")])`. */
export function type_name(name: string, args: readonly Type[] = []): target.TypeName {
  return { kind: "TypeName", name, arguments: args };
}

export function array_type(
  element: Type,
  options: { readonly readonly?: boolean } = {},
): target.ArrayType {
  return { kind: "ArrayType", element, readonly: options.readonly ?? false };
}

/** `readonly [A, B]`. */
export function tuple_type(elements: readonly Type[], rest: Type | null = null): target.TupleType {
  return {
    kind: "TupleType",
    elements: [
      ...elements.map((type) => ({ type, rest: false })),
      ...(rest === null ? [] : [{ type: rest, rest: true }]),
    ],
    readonly: true,
  };
}

/** Members without duplicates; one alone stands for itself, `any` swallows the others. */
export function union_type(members: readonly Type[]): Type {
  const flat = members.flatMap((each) => (each.kind === "UnionType" ? each.members : [each]));
  const seen = new Map(flat.map((each) => [JSON.stringify(each), each]));
  for (const each of flat) {
    if (each.kind === "TypeName" && (each.name === "any" || each.name === "unknown")) return each;
  }
  const kept = [...seen.values()].filter(
    (each) => seen.size === 1 || each.kind !== "TypeName" || each.name !== "never",
  );
  const [only] = kept;
  if (only !== undefined && kept.length === 1) return only;
  return kept.length === 0 ? type_name("never") : { kind: "UnionType", members: kept };
}

export function function_type(
  parameters: readonly target.Parameter[],
  returns: Type,
  type_parameters: readonly target.TypeParameter[] = [],
): target.FunctionType {
  return { kind: "FunctionType", type_parameters, parameters, returns };
}

export function object_type(
  members: readonly (target.TypeMember & target.Attached)[],
): target.ObjectType {
  return { kind: "ObjectType", members };
}

export function literal_type(value: string | number | boolean | null): target.LiteralType {
  return { kind: "LiteralType", value };
}

export function typeof_type(name: string): target.TypeofType {
  return { kind: "TypeofType", name };
}

export function type_parameter(
  name: string,
  options: { readonly constraint?: Type | null; readonly default?: Type | null } = {},
): target.TypeParameter {
  return {
    kind: "TypeParameter",
    name,
    constraint: options.constraint ?? null,
    default: options.default ?? null,
  };
}
