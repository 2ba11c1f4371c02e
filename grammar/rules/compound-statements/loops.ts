// "The while statement" and "The for statement".
import type { AsyncFor, For, While } from "../../ast/compound-statements.ts";
import * as t from "../../tokens/vocabulary.ts";
import { IfStatement } from "./if.ts";

export abstract class Loops extends IfStatement {
  // while_stmt: 'while' named_expression ':' block [else_block]
  readonly while_stmt = this.rule("while_stmt", (): While => {
    const start = this.CONSUME(t.While).startOffset;
    const test = this.SUBRULE(this.named_expression);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const orelse = this.OPTION(() => this.SUBRULE(this.else_block)) ?? [];
    const end = this.suite_end;
    return { tag: "While", start, end, test, body, orelse };
  });

  // for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block [else_block]
  readonly for_stmt = this.rule("for_stmt", (async_start: number | null): For | AsyncFor => {
    const keyword = this.CONSUME(t.For).startOffset;
    const target = this.SUBRULE(this.star_targets);
    this.CONSUME(t.In);
    const iter = this.SUBRULE(this.star_expressions);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const orelse = this.OPTION(() => this.SUBRULE(this.else_block)) ?? [];
    const end = this.suite_end;
    if (async_start === null)
      return { tag: "For", start: keyword, end, target, iter, body, orelse };
    return { tag: "AsyncFor", start: async_start, end, target, iter, body, orelse };
  });
}
