// "The try statement".
import type { ExceptHandler, Try, TryStar } from "../../ast/compound-statements.ts";
import { Failure } from "../../failure.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Loops } from "./loops.ts";

export abstract class TryStatement extends Loops {
  // try_stmt: 'try' ':' block (except_block+ [else_block] [finally_block] | finally_block)
  readonly try_stmt = this.rule("try_stmt", (): Try | TryStar => {
    const start = this.CONSUME(t.Try).startOffset;
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const handlers: ExceptHandler[] = [];
    const stars: boolean[] = [];
    this.MANY(() => {
      const { handler, is_star } = this.SUBRULE(this.except_block);
      handlers.push(handler);
      stars.push(is_star);
      if (is_star !== stars[0] && !this.RECORDING_PHASE) this.mixed_handlers(handler);
    });
    const has_else = this.OPTION(() => this.SUBRULE(this.else_block));
    const orelse = has_else ?? [];
    const finalbody =
      this.OPTION1(() => {
        this.CONSUME(t.Finally);
        this.CONSUME1(t.Colon);
        return this.SUBRULE1(this.block);
      }) ?? [];
    if (this.RECORDING_PHASE)
      return { tag: "Try", start, end: start, body, handlers, orelse, finalbody };
    if (handlers.length === 0 && (finalbody.length === 0 || orelse.length > 0))
      this.no_handler(start);
    const end = this.suite_end;
    const tag = stars[0] === true ? "TryStar" : "Try";
    return { tag, start, end, body, handlers, orelse, finalbody };
  });

  private mixed_handlers({ start }: ExceptHandler): never {
    const message = "cannot have both 'except' and 'except*' on the same 'try'";
    throw new Failure(message, start, start + "except".length);
  }

  protected no_handler(_start: number): void {
    this.refuse(this.next(), null);
  }

  // except_block: 'except' ['*'] [expression ['as' NAME]] ':' block
  readonly except_block = this.rule(
    "except_block",
    (): { handler: ExceptHandler; is_star: boolean } => {
      const start = this.CONSUME(t.Except).startOffset;
      const is_star = this.OPTION(() => this.CONSUME(t.Star)) !== undefined;
      let name: string | null = null;
      const type =
        this.OPTION1(() => {
          const node = this.SUBRULE(this.expression);
          this.OPTION2(() => {
            this.CONSUME(t.As);
            name = this.CONSUME(t.Name).image;
          });
          return node;
        }) ?? null;
      if (type === null && is_star && !this.RECORDING_PHASE) this.refuse(this.next(), null);
      this.CONSUME(t.Colon);
      const body = this.SUBRULE(this.block);
      const end = this.suite_end;
      return { handler: { tag: "ExceptHandler", start, end, type, name, body }, is_star };
    },
  );
}
