// Expressions: each kind's own checks, and the walk.
import type { Call, Expression } from "../ast/expressions.ts";
import { COMPILE } from "./errors.ts";
import { ComprehensionChecks } from "./comprehensions.ts";
import { unstarred } from "./names.ts";
import { LOCAL, USED } from "./scope.ts";

export class ExpressionChecks extends ComprehensionChecks {
  expression(node: Expression): void {
    switch (node.tag) {
      case "Name":
        this.name(node.id, node.ctx === "Load" ? USED : LOCAL, node);
        if (node.id === "__debug__" && node.ctx !== "Load") this.forbid_debug(node.ctx, node);
        return;
      case "Constant":
        return;
      case "Attribute":
      case "Call":
      case "BinOp":
      case "Subscript":
        return this.spine(node);
      case "BoolOp":
      case "JoinedStr":
        return this.each(node.values);
      case "Compare":
        this.expression(node.left);
        return this.each(node.comparators);
      case "UnaryOp":
        return this.expression(node.operand);
      case "Slice":
        this.optional(node.lower);
        this.optional(node.upper);
        return this.optional(node.step);
      case "Tuple":
      case "List":
        if (node.ctx === "Store") this.unpacking(node.elts, node);
        return this.each(node.elts.map(unstarred));
      case "Set":
        return this.each(node.elts.map(unstarred));
      case "Dict":
        this.each(node.keys);
        return this.each(node.values);
      case "Starred":
        this.errors.add(
          COMPILE,
          node.ctx === "Store"
            ? "starred assignment target must be in a list or tuple"
            : "can't use starred expression here",
          node,
        );
        return this.expression(node.value);
      case "FormattedValue":
        this.expression(node.value);
        return this.optional(node.format_spec);
      case "IfExp":
        this.expression(node.test);
        this.expression(node.body);
        return this.expression(node.orelse);
      case "Lambda":
        return this.lambda(node);
      case "NamedExpr":
        return this.walrus(node);
      case "Await":
        this.awaiting(node);
        return this.expression(node.value);
      case "Yield":
      case "YieldFrom":
        this.yielding(node);
        return this.optional(node.value);
      case "ListComp":
        return this.comprehension(node, "list comprehension");
      case "SetComp":
        return this.comprehension(node, "set comprehension");
      case "DictComp":
        return this.comprehension(node, "dict comprehension");
      case "GeneratorExp":
        return this.comprehension(node, "generator expression");
    }
  }

  /** Chains of operators, calls and attributes may be thousands long to the left. */
  private spine(node: Expression): void {
    const chain: Expression[] = [];
    let left: Expression | null = node;
    for (; left !== null; left = left_of(left)) chain.push(left);
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      if (link.tag === "BinOp") this.expression(link.right);
      else if (link.tag === "Call") {
        if (link.args.length > 0) this.each(link.args.map(unstarred));
        this.keywords(link.keywords);
      } else if (link.tag === "Attribute") {
        if (link.attr === "__debug__" && link.ctx !== "Load") this.forbid_debug(link.ctx, link);
      } else if (link.tag === "Subscript") {
        if (link.slice.tag === "Tuple") this.each(link.slice.elts.map(unstarred));
        else this.expression(link.slice);
      } else this.expression(link);
    }
  }

  protected keywords(keywords: Call["keywords"]): void {
    if (keywords.length === 0) return;
    const seen = new Set<string>();
    for (const keyword of keywords) {
      this.expression(keyword.value);
      if (keyword.arg === null) continue;
      if (keyword.arg === "__debug__") this.forbid_debug("Store", keyword);
      if (seen.has(keyword.arg))
        this.errors.add(COMPILE, `keyword argument repeated: ${keyword.arg}`, keyword);
      seen.add(keyword.arg);
    }
  }
}

function left_of(node: Expression): Expression | null {
  if (node.tag === "BinOp") return node.left;
  if (node.tag === "Call") return node.func;
  return node.tag === "Attribute" || node.tag === "Subscript" ? node.value : null;
}
