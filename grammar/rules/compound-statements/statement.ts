// "Compound statements": which statement begins here.
import type { Statement } from "../../ast/compound-statements.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Definitions } from "./definitions.ts";

export abstract class CompoundStatements extends Definitions {
  // statement: compound_stmt | simple_stmts
  readonly statement = this.rule("statement", (into: Statement[]): void => {
    if (this.RECORDING_PHASE) this.OPTION(() => this.SUBRULE(this.match_stmt));
    else if (this.next().image === "match" && this.is_match_statement()) {
      into.push(this.SUBRULE(this.match_stmt));
      return;
    }
    if (!this.RECORDING_PHASE) this.into = into;
    this.OR(this.statements_by_keyword);
  });
  private into: Statement[] = [];
  private readonly statements_by_keyword = [
    { ALT: (): void => this.SUBRULE(this.simple_stmts, { ARGS: [this.into] }) },
    this.compound(() => this.SUBRULE(this.if_stmt)),
    this.compound(() => this.SUBRULE(this.function_def, { ARGS: [[], null] })),
    this.compound(() => this.SUBRULE(this.for_stmt, { ARGS: [null] })),
    this.compound(() => this.SUBRULE(this.try_stmt)),
    this.compound(() => this.SUBRULE(this.with_stmt, { ARGS: [null] })),
    this.compound(() => this.SUBRULE(this.class_def, { ARGS: [[]] })),
    this.compound(() => this.SUBRULE(this.while_stmt)),
    this.compound(() => this.SUBRULE(this.decorated)),
    this.compound(() => this.SUBRULE(this.async_stmt)),
  ];

  private compound(parse: () => Statement): { ALT: () => void } {
    return {
      ALT: () => {
        const { into } = this;
        into.push(parse());
      },
    };
  }

  // 'async' (function_def | with_stmt | for_stmt)
  readonly async_stmt = this.rule("async_stmt", (): Statement => {
    const start = this.CONSUME(t.Async).startOffset;
    return this.OR([
      { ALT: (): Statement => this.SUBRULE(this.function_def, { ARGS: [[], start] }) },
      { ALT: (): Statement => this.SUBRULE(this.with_stmt, { ARGS: [start] }) },
      { ALT: (): Statement => this.SUBRULE(this.for_stmt, { ARGS: [start] }) },
    ]);
  });
}
