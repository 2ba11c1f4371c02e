// "Lambdas", and the parameters of functions and lambdas.
import type { Arg, Arguments, Expression, Lambda } from "../../ast/expressions.ts";
import { Failure } from "../../failure.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Strings } from "./strings.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Growing = Mutable<Arguments> & { stars: "none" | "star" | "names" | "done"; star_at: number };

export abstract class Parameters extends Strings {
  // lambdef: 'lambda' [lambda_params] ':' expression
  readonly lambda = this.rule("lambda", (): Lambda => {
    const start = this.CONSUME(t.Lambda).startOffset;
    const args = this.SUBRULE(this.parameters, { ARGS: [true] });
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.expression);
    return { tag: "Lambda", start, end: this.previous().stop, args, body };
  });

  // params: [','.(param | '/' | '*' [param] | '**' param)+ [',']]
  readonly parameters = this.rule("parameters", (is_lambda: boolean): Arguments => {
    const start = this.next().startOffset;
    const growing: Growing = {
      tag: "arguments",
      start,
      end: start,
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
      stars: "none",
      star_at: is_lambda ? -1 : 0,
    };
    this.OPTION(() => {
      this.SUBRULE(this.parameter, { ARGS: [growing, is_lambda] });
      let is_open = true;
      this.MANY(() => {
        if (!is_open) this.refuse(this.next(), null);
        this.CONSUME(t.Comma);
        is_open = false;
        this.OPTION1(() => {
          this.SUBRULE1(this.parameter, { ARGS: [growing, is_lambda] });
          is_open = true;
        });
      });
    });
    const { stars, star_at, ...args } = growing;
    if (stars === "star") this.bare_star(star_at);
    args.end = Math.max(start, this.previous().stop);
    return args;
  });

  readonly parameter = this.rule("parameter", (growing: Growing, is_lambda: boolean): void => {
    if (!this.RECORDING_PHASE && growing.stars === "done") this.after_keywords();
    this.OR([
      { ALT: () => this.plain(growing, is_lambda) },
      { ALT: () => this.slash(growing) },
      { ALT: () => this.star(growing, is_lambda) },
      {
        ALT: () => {
          this.CONSUME(t.DoubleStar);
          const kwarg = this.SUBRULE(this.arg, { ARGS: [is_lambda, false] });
          if (this.RECORDING_PHASE) return;
          if (growing.stars === "star") this.bare_star(growing.star_at);
          growing.kwarg = kwarg;
          growing.stars = "done";
          const { startOffset, stop } = this.next();
          if (this.next().image === "=")
            throw new Failure("var-keyword argument cannot have default value", startOffset, stop);
        },
      },
    ]);
  });

  private plain(growing: Growing, is_lambda: boolean): void {
    const arg = this.SUBRULE1(this.arg, { ARGS: [is_lambda, false] });
    const value = this.OPTION(() => {
      this.CONSUME(t.Equal);
      return this.SUBRULE(this.expression);
    });
    if (this.RECORDING_PHASE) return;
    if (growing.stars !== "none") {
      growing.stars = "names";
      growing.kwonlyargs.push(arg);
      growing.kw_defaults.push(value ?? null);
      return;
    }
    growing.args.push(arg);
    if (value !== undefined) growing.defaults.push(value);
    else if (growing.defaults.length > 0)
      throw new Failure(
        "parameter without a default follows parameter with a default",
        arg.start,
        arg.end,
      );
  }

  private slash(growing: Growing): void {
    const { startOffset: start } = this.CONSUME(t.Slash);
    if (this.RECORDING_PHASE) return;
    const refuse = (message: string): never => {
      throw new Failure(message, start, start + 1);
    };
    if (growing.stars !== "none") refuse("/ must be ahead of *");
    if (growing.posonlyargs.length > 0) refuse("/ may appear only once");
    if (growing.args.length === 0) refuse("at least one argument must precede /");
    growing.posonlyargs = growing.args;
    growing.args = [];
  }

  private star(growing: Growing, is_lambda: boolean): void {
    const { startOffset: start } = this.CONSUME(t.Star);
    const vararg = this.OPTION1(() => this.SUBRULE2(this.arg, { ARGS: [is_lambda, true] }));
    if (this.RECORDING_PHASE) return;
    if (growing.stars !== "none")
      throw new Failure("* argument may appear only once", start, start + 1);
    const { startOffset, stop, image } = this.next();
    if (image === "=" && vararg !== undefined)
      throw new Failure("var-positional argument cannot have default value", startOffset, stop);
    growing.vararg = vararg ?? null;
    growing.stars = vararg === undefined ? "star" : "names";
    if (growing.star_at >= 0) growing.star_at = start;
  }

  private bare_star(star_at: number): never {
    const { startOffset } = star_at < 0 ? this.next() : { startOffset: star_at };
    throw new Failure("named arguments must follow bare *", startOffset, startOffset + 1);
  }

  private after_keywords(): never {
    const { startOffset, stop } = this.next();
    throw new Failure("arguments cannot follow var-keyword argument", startOffset, stop);
  }

  // param: NAME [':' expression] ; param_star_annotation: NAME ':' ('*' bitwise_or | expression)
  readonly arg = this.rule("arg", (is_lambda: boolean, is_star: boolean): Arg => {
    const { startOffset: start, image: arg } = this.CONSUME(t.Name);
    const annotation =
      this.OPTION({
        GATE: () => !is_lambda,
        DEF: (): Expression => {
          this.CONSUME(t.Colon);
          if (is_star || this.RECORDING_PHASE) return this.SUBRULE(this.star_expression);
          return this.SUBRULE(this.expression);
        },
      }) ?? null;
    return { tag: "arg", start, end: this.previous().stop, arg, annotation };
  });
}
