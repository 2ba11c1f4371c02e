// Names in their scopes, and where the tables of a text are kept while it is walked.
import type { Expression } from "../ast/expressions.ts";
import type { Span } from "../ast/node.ts";
import { COMPILE, Errors, SYMBOLS } from "./errors.ts";
import { GLOBAL, ITERATION, NONLOCAL, Scope } from "./scope.ts";

export abstract class NameChecks {
  readonly errors = new Errors();
  protected scope = new Scope("module", null);

  abstract expression(node: Expression): void;

  protected each(nodes: readonly (Expression | null)[]): void {
    for (const node of nodes) if (node !== null) this.expression(node);
  }

  protected optional(node: Expression | null): void {
    if (node !== null) this.expression(node);
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

  protected inside(scope: Scope, action: () => void): void {
    const outer = this.scope;
    this.scope = scope;
    action();
    this.leave(scope);
    this.scope = outer;
  }

  protected leave(_scope: Scope): void {}

  protected refuse_in_block(what: string, span: Span): void {
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
