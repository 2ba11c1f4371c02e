// What every room that makes documents is handed, so that recursion needs no imports between siblings.
import type * as target from "../../target/nodes.ts";
import type { Doc } from "./doc.ts";
import { NotLaidOut } from "./width.ts";

/** What stands around a node: prettier's layout asks for it in many places. */
export interface Around {
  /** Of the parent. */
  readonly kind: ParentKind;
  /** Where in the parent the node stands. */
  readonly key: string;
  /** The parent, where it is an expression. */
  readonly parent: target.Expression | null;
  readonly outer: Around | null;
}

export type ParentKind =
  | target.Expression["kind"]
  | target.Statement["kind"]
  | "Declarator"
  | "Property"
  | "Parameter"
  | "Default"
  | "Field";

/** How an argument is printed that keeps its brackets beside those of the call. */
export interface Hugged {
  readonly is_last: boolean;
}

export interface Documents {
  expression(node: target.Expression, around: Around, hugged?: Hugged): Doc;
  target(node: target.Target, around: Around): Doc;
  block(node: target.Block, stays_empty: boolean): Doc;
  type(node: target.Type, place?: TypePlace): Doc;
  /** `left operator right`, in the layout of assignments. */
  assigned(left: Doc, operator: string, right: target.Expression, inside: Assigned): Doc;
  /** `(a: A, b = 1)` */
  parameters(parts: target.FunctionParts, is_hugged?: boolean): Doc;
  /** `: R` */
  result(parts: target.FunctionParts): Doc;
}

/** `argument`: of a type with arguments; `element`: one of several of a tuple; `only`: of the only parameter. */
export type TypePlace = "argument" | "element" | "joined" | "only" | "plain";

export interface Assigned {
  readonly around: Around;
  readonly form: "declaration" | "assignment" | "property" | "field";
  /** Its layout keeps the left side and the operator on one line. */
  readonly keeps_left?: boolean;
}

export function below(parent: target.Expression, key: string, outer: Around | null): Around {
  return { kind: parent.kind, key, parent, outer };
}

export function in_statement(kind: ParentKind, key: string): Around {
  return { kind, key, parent: null, outer: null };
}

/** What prettier shall lay out. */
export function not_laid_out(): never {
  throw new NotLaidOut();
}

export function is_function(node: target.Expression): boolean {
  return node.kind === "FunctionExpression" || node.kind === "ArrowFunction";
}

export function is_member(node: target.Expression): node is target.Member | target.Index {
  return node.kind === "Member" || node.kind === "Index";
}

export function is_binary(node: target.Expression): node is target.Binary {
  return node.kind === "Binary";
}

export function is_logical(node: target.Expression): node is target.Binary {
  return (
    node.kind === "Binary" &&
    (node.operator === "&&" || node.operator === "||" || node.operator === "??")
  );
}

/** Whether prettier lays out a call of it by rules of its own: those of tests, of modules. */
export function is_known_call(callee: target.Expression, args: readonly target.Element[]): boolean {
  const name = callee_name(callee);
  if (name === null) return false;
  if (KNOWN.test(name)) return true;
  const [first] = args;
  return TESTS.test(name) && (first?.kind === "StringLiteral" || first?.kind === "TemplateLiteral");
}

function callee_name(node: target.Expression): string | null {
  if (node.kind === "Identifier") return node.name;
  return node.kind === "Member" && node.object.kind === "Identifier" ? node.object.name : null;
}

const KNOWN = /^(?:require|define|Boolean|beforeEach|beforeAll|afterEach|afterAll)$/;
const TESTS = /^(?:skip|[fx]?(?:it|describe|test))$/;
