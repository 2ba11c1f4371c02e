// "Simple statements": which statement begins here, and several on a line.
import type { Statement } from "../../ast/compound-statements.ts";
import type { SimpleStatement } from "../../ast/simple-statements.ts";
import * as t from "../../tokens/vocabulary.ts";
import { KeywordStatements } from "./keyword-statements.ts";

const semicolon = t.index_of(t.Semicolon);

export abstract class SimpleStatements extends KeywordStatements {
  // simple_stmts: ';'.simple_stmt+ [';'] NEWLINE
  readonly simple_stmts = this.rule("simple_stmts", (into: Statement[]): void => {
    const first = this.SUBRULE(this.simple_stmt);
    if (!this.RECORDING_PHASE) into.push(first);
    if (this.next().tokenTypeIdx === semicolon || this.RECORDING_PHASE) this.more_stmts(into);
    this.suite_end = this.previous().stop;
    this.CONSUME(t.Newline);
  });

  private more_stmts(into: Statement[]): void {
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Semicolon);
      is_open = false;
      this.OPTION(() => {
        const next = this.SUBRULE1(this.simple_stmt);
        if (!this.RECORDING_PHASE) into.push(next);
        is_open = true;
      });
    });
  }
  /** The end of the last token before a Newline: there ends the compound statement around it. */
  protected suite_end = 0;

  // simple_stmt: assignment | type_alias | star_expressions | return_stmt | import_stmt | raise_stmt
  //     | 'pass' | del_stmt | yield_stmt | assert_stmt | 'break' | 'continue' | global_stmt | nonlocal_stmt
  readonly simple_stmt = this.rule("simple_stmt", (): SimpleStatement => {
    const first = this.next();
    if (this.RECORDING_PHASE) this.OPTION(() => this.SUBRULE(this.type_alias));
    else if (first.image === "type" && this.is_type_alias(first))
      return this.SUBRULE(this.type_alias);
    return this.OR(this.simple_statements);
  });
  private readonly simple_statements = [
    { ALT: (): SimpleStatement => this.SUBRULE(this.assignment) },
    { ALT: (): SimpleStatement => this.SUBRULE(this.return_stmt) },
    { ALT: (): SimpleStatement => this.SUBRULE(this.import_name) },
    { ALT: (): SimpleStatement => this.SUBRULE(this.import_from) },
    { ALT: (): SimpleStatement => this.SUBRULE(this.raise_stmt) },
    {
      ALT: (): SimpleStatement => {
        const start = this.CONSUME(t.Pass).startOffset;
        return { tag: "Pass", start, end: this.previous().stop };
      },
    },
    { ALT: (): SimpleStatement => this.SUBRULE(this.del_stmt) },
    { ALT: (): SimpleStatement => this.SUBRULE(this.assert_stmt) },
    {
      ALT: (): SimpleStatement => {
        const start = this.CONSUME(t.Break).startOffset;
        return { tag: "Break", start, end: this.previous().stop };
      },
    },
    {
      ALT: (): SimpleStatement => {
        const start = this.CONSUME(t.Continue).startOffset;
        return { tag: "Continue", start, end: this.previous().stop };
      },
    },
    { ALT: (): SimpleStatement => this.SUBRULE(this.global_stmt) },
    { ALT: (): SimpleStatement => this.SUBRULE(this.nonlocal_stmt) },
  ];
}
