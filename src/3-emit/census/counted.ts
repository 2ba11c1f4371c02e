// Which nodes of a module count: what runs, not what only declares or annotates.
import type * as ast from "../../../grammar/ast/index.ts";
import { children } from "../../../grammar/ast/index.ts";
import type { Facts } from "../../facts/facts.ts";

export type CountedKind = "operator" | "call" | "subscript" | "truth test";

export interface Counted {
  readonly kind: CountedKind;
  readonly node: ast.Expression | ast.AugAssign;
  /** Whose types decide. */
  readonly operands: readonly ast.Expression[];
}

export function counted_nodes(module: ast.Module, facts: Facts): readonly Counted[] {
  const found: Counted[] = [];
  const pending: ast.Node[] = [module];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const each of counted(node, facts)) found.push(each);
    const declaring = declarations_in(node);
    for (const child of children(node).toReversed()) if (!declaring.has(child)) pending.push(child);
  }
  return found;
}

/** Annotations, bases and decorators: they are not emitted as code that runs. */
function declarations_in(node: ast.Node): ReadonlySet<ast.Node | null> {
  switch (node.tag) {
    case "AnnAssign":
    case "arg":
      return new Set([(node as ast.AnnAssign | ast.Arg).annotation]);
    case "FunctionDef":
    case "AsyncFunctionDef": {
      const { returns, decorator_list } = node as ast.FunctionDef;
      return new Set([returns, ...decorator_list]);
    }
    case "ClassDef": {
      const { bases, decorator_list } = node as ast.ClassDef;
      return new Set<ast.Node>([...bases, ...decorator_list]);
    }
    case "TypeAlias":
      return new Set([(node as ast.TypeAlias).value]);
    default:
      return NOTHING;
  }
}

const NOTHING: ReadonlySet<ast.Node | null> = new Set();

function counted(any: ast.Node, facts: Facts): readonly Counted[] {
  const node = any as ast.Expression | ast.Statement;
  const tests = tests_in(any).flatMap((test) => leaves(test));
  const own: Counted[] = tests.map((test) => ({
    kind: "truth test",
    node: test,
    operands: [test],
  }));
  switch (node.tag) {
    case "BinOp":
      return [...own, { kind: "operator", node, operands: [node.left, node.right] }];
    case "UnaryOp":
      if (node.op === "Not" || node.operand.tag === "Constant") return own;
      return [...own, { kind: "operator", node, operands: [node.operand] }];
    case "Compare":
      return [...own, { kind: "operator", node, operands: [node.left, ...node.comparators] }];
    case "AugAssign":
      return [...own, { kind: "operator", node, operands: [node.target, node.value] }];
    case "Call":
      return [...own, { kind: "call", node, operands: [] }];
    case "Subscript":
      if (is_type(node, facts)) return own;
      return [...own, { kind: "subscript", node, operands: [node.value] }];
    default:
      return own;
  }
}

/** Expressions of which only the truth counts. */
function tests_in(any: ast.Node): readonly ast.Expression[] {
  const node = any as ast.Expression | ast.Statement | ast.Comprehension | ast.MatchCase;
  switch (node.tag) {
    case "If":
    case "While":
    case "IfExp":
    case "Assert":
      return [node.test];
    case "UnaryOp":
      return node.op === "Not" ? [node.operand] : [];
    case "comprehension":
      return node.ifs;
    case "match_case":
      return node.guard === null ? [] : [node.guard];
    case "BoolOp":
      return node.values.slice(0, -1);
    default:
      return [];
  }
}

/** Comparisons and negations are bools themselves, and count as operators. Parts of `and` are tested there. */
function leaves(test: ast.Expression): readonly ast.Expression[] {
  if (test.tag === "Compare" || test.tag === "Constant") return [];
  if (test.tag === "UnaryOp" && test.op === "Not") return [];
  if (test.tag !== "BoolOp") return [test];
  const last = test.values.at(-1);
  return last === undefined ? [] : leaves(last);
}

/** `list[int]`, `Queue[str]()`. */
function is_type(node: ast.Subscript, facts: Facts): boolean {
  const { type } = facts.types.of(node.value);
  return type === "class" || type === "runtime_class";
}
