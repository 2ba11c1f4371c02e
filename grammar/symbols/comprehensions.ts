// Comprehensions, and the walrus that binds outside of them.
import type { Comprehension, Expression, NamedExpr } from "../ast/expressions.ts";
import type { Node, Span } from "../ast/node.ts";
import { COMPILE, SYMBOLS } from "./errors.ts";
import { FunctionChecks } from "./functions.ts";
import { unstarred } from "./names.ts";
import { ITERATION, LOCAL, NONLOCAL, Scope } from "./scope.ts";

type ComprehensionNode = Node & {
  readonly generators: readonly Comprehension[];
  readonly elt?: Expression;
  readonly key?: Expression;
  readonly value?: Expression;
};

export abstract class ComprehensionChecks extends FunctionChecks {
  protected comprehension(node: ComprehensionNode, title: string): void {
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
      // CPython's symbol table comes to the value before the key
      if (node.value !== undefined) this.expression(node.value);
      if (node.key !== undefined) this.expression(node.key);
      if (node.elt !== undefined) this.expression(node.elt);
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

  protected walrus(node: NamedExpr): void {
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
          `assignment expression within a comprehension cannot be used ${scope.kind === "type parameters" ? "within" : "in"} ${scope.title}`,
          span,
        );
      return scope.add(id, LOCAL);
    }
  }

  protected unpacking(elts: readonly Expression[], node: Span): void {
    const star = elts.findIndex((element) => element.tag === "Starred");
    if (star < 0) return;
    const rest = elts.slice(star + 1);
    if (rest.some((element) => element.tag === "Starred"))
      this.errors.add(COMPILE, "multiple starred expressions in assignment", node);
    if (star > 255 || rest.length > 0xffffff)
      this.errors.add(COMPILE, "too many expressions in star-unpacking assignment", node);
  }
}
