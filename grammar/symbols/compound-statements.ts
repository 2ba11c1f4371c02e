// Compound statements: functions, classes, loops, handlers; how deep blocks may nest.
import type {
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  ClassDef,
  ExceptHandler,
  For,
  FunctionDef,
  If,
  Match,
  Statement,
  Try,
  TryStar,
  While,
  With,
} from "../ast/compound-statements.ts";
import type { Module } from "../ast/module.ts";
import type { Node, Span } from "../ast/node.ts";
import { children } from "../ast/walk.ts";
import type { Return } from "../ast/simple-statements.ts";
import { COMPILE } from "./errors.ts";
import { unstarred } from "./names.ts";
import { has_future_annotations } from "./future.ts";
import { PatternChecks } from "./patterns.ts";
import { LOCAL, Scope } from "./scope.ts";

const block_limit = 21;

export class CompoundStatementChecks extends PatternChecks {
  /** Inside an `except*` block, and the loops that were open there. */
  private star_loops = -1;

  module(module: Module): void {
    this.has_future_annotations = has_future_annotations(module);
    this.suite(module.body);
    this.judge_nonlocals();
  }

  private suite(statements: readonly Statement[]): void {
    for (const statement of statements) this.statement(statement);
  }

  private statement(node: Statement): void {
    switch (node.tag) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.function_definition(node);
      case "ClassDef":
        return this.class_definition(node);
      case "For":
      case "AsyncFor":
      case "While":
        return this.loop(node);
      case "If":
        return this.conditional(node);
      case "With":
      case "AsyncWith":
        return this.with_statement(node);
      case "Try":
      case "TryStar":
        return this.try_statement(node);
      case "Match":
        return this.match_statement(node);
      case "Return":
      case "Break":
      case "Continue":
        this.refuse_in_star_block(node);
        return this.simple_statement(node);
      default:
        return this.simple_statement(node);
    }
  }

  private refuse_in_star_block(node: Span & { readonly tag: string }): void {
    if (this.star_loops < 0) return;
    if (node.tag !== "Return" && this.scope.loops > this.star_loops) return;
    const message = "'break', 'continue' and 'return' cannot appear in an except* block";
    const { value } = node as Partial<Return>;
    this.errors.add(COMPILE, message, value ?? node);
  }

  private function_definition(node: FunctionDef | AsyncFunctionDef): void {
    this.scope.add(node.name, LOCAL);
    if (node.name === "__debug__") this.forbid_debug("Store", node);
    this.each(node.decorator_list);
    this.defaults(node.args);
    const kind = node.tag === "FunctionDef" ? "function" : "async function";
    this.with_type_parameters(node.type_params, "function", () => {
      const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
      for (const arg of [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg])
        if (arg !== null && arg.annotation !== null) this.annotation(arg.annotation);
      if (node.returns !== null) this.annotation(node.returns);
      const outer_star = this.star_loops;
      this.star_loops = -1;
      this.inside(new Scope(kind, this.scope), () => {
        this.scope.body = node.body;
        this.parameters(node.args);
        this.suite(node.body);
      });
      this.star_loops = outer_star;
    });
  }

  private class_definition(node: ClassDef): void {
    this.scope.add(node.name, LOCAL);
    if (node.name === "__debug__") this.forbid_debug("Store", node);
    this.each(node.decorator_list);
    this.with_type_parameters(node.type_params, "class", () => {
      this.each(node.bases.map(unstarred));
      this.keywords(node.keywords);
      const outer_star = this.star_loops;
      this.star_loops = -1;
      this.inside(new Scope("class", this.scope, "", node.name), () => this.suite(node.body));
      this.star_loops = outer_star;
    });
  }

  private loop(node: For | AsyncFor | While): void {
    const { scope } = this;
    if (node.tag === "AsyncFor") this.refuse_async("for", node);
    if (node.tag === "While") this.expression(node.test);
    else {
      this.expression(node.iter);
      this.expression(node.target);
    }
    this.block(node, () => {
      scope.loops++;
      this.suite(node.body);
      scope.loops--;
    });
    this.suite(node.orelse);
  }

  private block(node: Span, action: () => void): void {
    this.enter_block(node);
    action();
    this.scope.blocks--;
  }

  private enter_block(node: Span): void {
    const blocks = ++this.scope.blocks;
    // generators and coroutines have a block of their own around all
    if (blocks > block_limit || (blocks === block_limit && this.suspends()))
      this.errors.add(COMPILE, "too many statically nested blocks", node);
  }

  private suspends(): boolean {
    const { kind, body } = this.scope;
    return kind === "async function" || (kind === "function" && yields(body));
  }

  private refuse_async(what: string, node: Span): void {
    const { kind } = this.scope;
    if (kind !== "async function")
      this.errors.add(COMPILE, `'async ${what}' outside async function`, node);
  }

  /** Chains of elif may be thousands long. */
  private conditional(node: If): void {
    for (let clause: Statement | undefined = node; clause !== undefined;) {
      if (clause.tag !== "If") return this.statement(clause);
      this.expression(clause.test);
      this.suite(clause.body);
      const orelse: readonly Statement[] = clause.orelse;
      if (orelse.length !== 1) return this.suite(orelse);
      clause = orelse[0];
    }
  }

  private with_statement(node: With | AsyncWith): void {
    if (node.tag === "AsyncWith") this.refuse_async("with", node);
    // each item is a block inside the one before; there may be thousands, all but twenty refused
    for (const item of node.items) {
      this.enter_block(item.context_expr);
      this.expression(item.context_expr);
      this.optional(item.optional_vars);
    }
    this.suite(node.body);
    this.scope.blocks -= node.items.length;
  }

  private try_statement(node: Try | TryStar): void {
    if (node.finalbody.length === 0) return this.protected_suite(node);
    this.block(node, () => this.protected_suite(node));
    this.block(node, () => this.suite(node.finalbody));
  }

  private protected_suite(node: Try | TryStar): void {
    if (node.handlers.length === 0) return this.suite(node.body);
    this.block(node, () => this.suite(node.body));
    this.block(node, () =>
      node.handlers.forEach((handler, index) => {
        if (handler.type === null && index < node.handlers.length - 1)
          this.errors.add(COMPILE, "default 'except:' must be last", handler);
        this.handler(node, handler);
      }),
    );
    this.suite(node.orelse);
  }

  private handler(node: Try | TryStar, handler: ExceptHandler): void {
    this.optional(handler.type);
    if (handler.name !== null) {
      this.scope.add(handler.name, LOCAL);
      if (handler.name === "__debug__") this.forbid_debug("Store", handler);
    }
    const outer_star = this.star_loops;
    if (node.tag === "TryStar") this.star_loops = this.scope.loops;
    this.block(handler, () => this.suite(handler.body));
    this.star_loops = outer_star;
  }

  private match_statement(node: Match): void {
    this.expression(node.subject.tag === "Starred" ? node.subject.value : node.subject);
    node.cases.forEach((clause, index) => {
      const is_last = index === node.cases.length - 1;
      this.case_pattern(clause.pattern, clause.guard === null && !is_last);
      this.optional(clause.guard);
      this.suite(clause.body);
    });
  }
}

const own_scopes = new Set(["FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda"]);

/** Whether a function of this body is a generator. */
function yields(body: readonly Statement[]): boolean {
  const work: Node[] = [...body];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (node.tag === "Yield" || node.tag === "YieldFrom") return true;
    if (own_scopes.has(node.tag)) continue;
    for (const child of children(node)) work.push(child);
  }
  return false;
}
