// Expressions: scopes of lambdas and comprehensions, await, yield, walrus, calls, stars.
import type {
  Arguments,
  Call,
  Comprehension,
  Expression,
  Lambda,
  NamedExpr,
} from "../ast/expressions.ts";
import type { Node, Span } from "../ast/node.ts";
import { COMPILE, Errors, SYMBOLS } from "./errors.ts";
import { GLOBAL, ITERATION, LOCAL, NONLOCAL, PARAMETER, Scope, USED } from "./scope.ts";

type ComprehensionNode = Node & {
  readonly generators: readonly Comprehension[];
  readonly elt?: Expression;
  readonly key?: Expression;
  readonly value?: Expression;
};

export class ExpressionChecks {
  readonly errors = new Errors();
  protected scope = new Scope("module", null);

  protected each(nodes: readonly (Expression | null)[]): void {
    for (const node of nodes) if (node !== null) this.expression(node);
  }

  protected optional(node: Expression | null): void {
    if (node !== null) this.expression(node);
  }

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

  protected name(id: string, flag: number, span: Span): void {
    const { scope } = this;
    const flags = scope.flags(id);
    if ((flag & ITERATION) !== 0 && (flags & (GLOBAL | NONLOCAL)) !== 0) {
      const message = `comprehension inner loop cannot rebind assignment expression target '${id}'`;
      this.errors.add(SYMBOLS, message, span);
    }
    scope.names.set(id, flags | flag);
  }

  protected forbid_debug(context: "Store" | "Del", span: Span): void {
    const verb = context === "Del" ? "delete" : "assign to";
    this.errors.add(COMPILE, `cannot ${verb} __debug__`, span);
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

  private unpacking(elts: readonly Expression[], node: Span): void {
    const star = elts.findIndex((element) => element.tag === "Starred");
    if (star < 0) return;
    const rest = elts.slice(star + 1);
    if (rest.some((element) => element.tag === "Starred"))
      this.errors.add(COMPILE, "multiple starred expressions in assignment", node);
    if (star > 255 || rest.length > 0xffffff)
      this.errors.add(COMPILE, "too many expressions in star-unpacking assignment", node);
  }

  private lambda(node: Lambda): void {
    this.defaults(node.args);
    this.inside(new Scope("lambda", this.scope), () => {
      this.parameters(node.args);
      this.expression(node.body);
    });
  }

  protected defaults(args: Arguments): void {
    this.each(args.defaults);
    this.each(args.kw_defaults);
  }

  protected parameters(args: Arguments): void {
    const { vararg, kwarg } = args;
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
    if (vararg !== null) all.push(vararg);
    if (kwarg !== null) all.push(kwarg);
    for (const arg of all) {
      if ((this.scope.flags(arg.arg) & PARAMETER) !== 0)
        this.errors.add(SYMBOLS, `duplicate argument '${arg.arg}' in function definition`, arg);
      this.scope.add(arg.arg, PARAMETER | LOCAL);
      if (arg.arg === "__debug__") this.forbid_debug("Store", arg);
    }
  }

  protected inside(scope: Scope, action: () => void): void {
    const outer = this.scope;
    this.scope = scope;
    action();
    this.leave(scope);
    this.scope = outer;
  }

  protected leave(_scope: Scope): void {}

  private comprehension(node: ComprehensionNode, title: string): void {
    const [first] = node.generators;
    if (first === undefined) return;
    const outer = this.scope;
    outer.iterables++;
    this.expression(first.iter);
    outer.iterables--;
    const scope = new Scope("comprehension", outer, title);
    const is_async = node.generators.some((clause) => clause.is_async === 1);
    this.inside(scope, () => {
      for (const clause of node.generators) {
        this.iteration_target(clause.target);
        if (clause !== first) {
          scope.iterables++;
          this.expression(clause.iter);
          scope.iterables--;
        }
        this.each(clause.ifs);
      }
      if (node.key !== undefined) this.expression(node.key);
      if (node.elt !== undefined) this.expression(node.elt);
      if (node.value !== undefined) this.expression(node.value);
    });
    const has_await = is_async || scope.is_generator;
    if (!has_await || title === "generator expression") return;
    if (outer.kind === "comprehension") outer.is_generator = true;
    else if (outer.kind !== "async function")
      this.errors.add(
        COMPILE,
        "asynchronous comprehension outside of an asynchronous function",
        node,
      );
  }

  private iteration_target(target: Expression): void {
    if (target.tag === "Name") {
      this.name(target.id, LOCAL | ITERATION, target);
      if (target.id === "__debug__") this.forbid_debug("Store", target);
    } else if (target.tag === "Tuple" || target.tag === "List") {
      this.unpacking(target.elts, target);
      for (const element of target.elts) this.iteration_target(unstarred(element));
    } else this.expression(target);
  }

  private walrus(node: NamedExpr): void {
    const { target } = node;
    const id = target.tag === "Name" ? target.id : "";
    this.refuse_in_block("named expression", node);
    if (this.scope.iterables > 0)
      this.errors.add(
        SYMBOLS,
        "assignment expression cannot be used in a comprehension iterable expression",
        node,
      );
    else if (this.scope.kind === "comprehension") this.bind_outside(id, target);
    this.expression(node.value);
    this.expression(target);
  }

  /** A walrus in a comprehension binds in the scope around all comprehensions. */
  private bind_outside(id: string, span: Span): void {
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.parent) {
      if (scope.kind === "comprehension") {
        if ((scope.flags(id) & ITERATION) !== 0) {
          const message = `assignment expression cannot rebind comprehension iteration variable '${id}'`;
          return this.errors.add(SYMBOLS, message, span);
        }
        scope.add(id, NONLOCAL);
        continue;
      }
      if (scope.kind === "class")
        return this.errors.add(
          SYMBOLS,
          "assignment expression within a comprehension cannot be used in a class body",
          span,
        );
      if (scope.title !== "" && !scope.is_function)
        return this.errors.add(
          SYMBOLS,
          `assignment expression within a comprehension cannot be used in ${scope.title}`,
          span,
        );
      return scope.add(id, LOCAL);
    }
  }

  private awaiting(node: Span): void {
    this.refuse_in_block("await expression", node);
    const { kind } = this.scope;
    if (kind === "comprehension") this.scope.is_generator = true;
    if (!this.scope.is_function) this.errors.add(COMPILE, "'await' outside function", node);
    else if (kind !== "async function" && kind !== "comprehension")
      this.errors.add(COMPILE, "'await' outside async function", node);
  }

  private yielding(node: Expression): void {
    this.refuse_in_block("yield expression", node);
    const { scope } = this;
    if (scope.kind === "comprehension")
      this.errors.add(SYMBOLS, `'yield' inside ${scope.title}`, node);
    else if (!scope.is_function)
      this.errors.add(
        COMPILE,
        `'yield${node.tag === "YieldFrom" ? " from" : ""}' outside function`,
        node,
      );
    else if (node.tag === "YieldFrom" && scope.kind === "async function")
      this.errors.add(COMPILE, "'yield from' inside async function", node);
    scope.is_generator = true;
    if (scope.kind === "async function" && scope.first_value_return !== null)
      this.value_in_generator(scope.first_value_return);
  }

  protected value_in_generator(span: Span): void {
    this.errors.add(COMPILE, "'return' with value in async generator", span);
  }

  private refuse_in_block(what: string, span: Span): void {
    const { kind, title } = this.scope;
    const is_block =
      kind === "annotation" ||
      kind === "type variable" ||
      kind === "type alias" ||
      kind === "type parameters";
    if (is_block) this.errors.add(SYMBOLS, `${what} cannot be used within ${title}`, span);
  }
}

/** What stands behind a star where a star is allowed. */
export function unstarred(node: Expression): Expression {
  return node.tag === "Starred" ? node.value : node;
}

function left_of(node: Expression): Expression | null {
  if (node.tag === "BinOp") return node.left;
  if (node.tag === "Call") return node.func;
  return node.tag === "Attribute" || node.tag === "Subscript" ? node.value : null;
}
