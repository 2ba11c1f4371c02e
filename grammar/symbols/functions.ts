// Lambdas, parameters, and what only functions may do: await and yield.
import type { Arguments, Expression, Lambda } from "../ast/expressions.ts";
import type { Span } from "../ast/node.ts";
import { COMPILE, SYMBOLS } from "./errors.ts";
import { NameChecks } from "./names.ts";
import { LOCAL, PARAMETER, Scope } from "./scope.ts";

export abstract class FunctionChecks extends NameChecks {
  protected lambda(node: Lambda): void {
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

  protected awaiting(node: Span): void {
    this.refuse_in_block("await expression", node);
    const { kind } = this.scope;
    if (kind === "comprehension") this.scope.is_generator = true;
    if (!this.scope.is_function) this.errors.add(COMPILE, "'await' outside function", node);
    else if (kind !== "async function" && kind !== "comprehension")
      this.errors.add(COMPILE, "'await' outside async function", node);
  }

  protected yielding(node: Expression): void {
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
}
