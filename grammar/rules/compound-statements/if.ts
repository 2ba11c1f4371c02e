// "The if statement".
import type { If, Statement } from "../../ast/compound-statements.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Blocks } from "./blocks.ts";

export abstract class IfStatement extends Blocks {
  // if_stmt: 'if' named_expression ':' block ('elif' named_expression ':' block)* [else_block]
  readonly if_stmt = this.rule("if_stmt", (): If => {
    const start = this.CONSUME(t.If).startOffset;
    const test = this.SUBRULE(this.named_expression);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const clauses = [{ start, test, body }];
    this.MANY(() => {
      const clause = this.CONSUME(t.Elif).startOffset;
      const elif_test = this.SUBRULE1(this.named_expression);
      this.CONSUME1(t.Colon);
      clauses.push({ start: clause, test: elif_test, body: this.SUBRULE1(this.block) });
    });
    let orelse: readonly Statement[] = this.OPTION(() => this.SUBRULE(this.else_block)) ?? [];
    const end = this.suite_end;
    let node: If = { tag: "If", start, end, test, body, orelse };
    // chains of elif may be thousands long: built from the last to the first
    for (const clause of clauses.toReversed()) {
      node = { tag: "If", start: clause.start, end, test: clause.test, body: clause.body, orelse };
      orelse = [node];
    }
    return node;
  });
}
