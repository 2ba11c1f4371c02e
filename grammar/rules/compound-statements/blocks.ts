// What compound statements are made of: "Suites".
import type { Statement } from "../../ast/compound-statements.ts";
import type { Rule } from "../../engine.ts";
import * as t from "../../tokens/vocabulary.ts";
import { SimpleStatements } from "../simple-statements/simple-statement.ts";
import { exactly } from "../exactly.ts";

export abstract class Blocks extends SimpleStatements {
  abstract readonly statement: Rule<[into: Statement[]], void>;

  // block: NEWLINE INDENT statement+ DEDENT | simple_stmts
  readonly block = this.rule("block", (): readonly Statement[] => {
    const into: Statement[] = [];
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Newline);
          this.CONSUME(t.Indent);
          this.MANY(() => this.SUBRULE(this.statement, { ARGS: [into] }));
          this.CONSUME(t.Dedent);
        },
      },
      { ALT: () => this.SUBRULE(this.simple_stmts, { ARGS: [into] }) },
    ]);
    return exactly(into);
  });

  // else_block: 'else' ':' block
  readonly else_block = this.rule("else_block", (): readonly Statement[] => {
    this.CONSUME(t.Else);
    this.CONSUME(t.Colon);
    return this.SUBRULE(this.block);
  });
}
