// The simple statements that one keyword begins: return, raise, del, assert, global, nonlocal.
import type { Expression } from "../../ast/expressions.ts";
import type {
  Assert,
  Delete,
  Global,
  Nonlocal,
  Raise,
  Return,
} from "../../ast/simple-statements.ts";
import { as_target } from "../../targets.ts";
import * as t from "../../tokens/vocabulary.ts";
import { TypeAliases } from "./type-alias.ts";

export abstract class KeywordStatements extends TypeAliases {
  // return_stmt: 'return' [star_expressions]
  readonly return_stmt = this.rule("return_stmt", (): Return => {
    const start = this.CONSUME(t.Return).startOffset;
    const value = this.OPTION(() => this.SUBRULE(this.star_expressions)) ?? null;
    return { tag: "Return", start, end: this.previous().stop, value };
  });

  // raise_stmt: 'raise' [expression ['from' expression]]
  readonly raise_stmt = this.rule("raise_stmt", (): Raise => {
    const start = this.CONSUME(t.Raise).startOffset;
    let cause: Expression | null = null;
    const exc =
      this.OPTION(() => {
        const node = this.SUBRULE(this.expression);
        this.OPTION1(() => {
          this.CONSUME(t.From);
          cause = this.SUBRULE1(this.expression);
        });
        return node;
      }) ?? null;
    return { tag: "Raise", start, end: this.previous().stop, exc, cause };
  });

  // del_stmt: 'del' del_targets
  readonly del_stmt = this.rule("del_stmt", (): Delete => {
    const start = this.CONSUME(t.Del).startOffset;
    const targets = [this.SUBRULE(this.star_expression)];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        targets.push(this.SUBRULE1(this.star_expression));
        is_open = true;
      });
    });
    if (!this.RECORDING_PHASE) for (const target of targets) as_target(target, "Del");
    const last = this.previous();
    return { tag: "Delete", start, end: last.stop, targets };
  });

  // assert_stmt: 'assert' expression [',' expression]
  readonly assert_stmt = this.rule("assert_stmt", (): Assert => {
    const start = this.CONSUME(t.Assert).startOffset;
    const test = this.SUBRULE(this.expression);
    const msg =
      this.OPTION(() => {
        this.CONSUME(t.Comma);
        return this.SUBRULE1(this.expression);
      }) ?? null;
    return { tag: "Assert", start, end: this.previous().stop, test, msg };
  });

  // global_stmt: 'global' ','.NAME+
  readonly global_stmt = this.rule("global_stmt", (): Global => {
    const start = this.CONSUME(t.Global).startOffset;
    const names = this.SUBRULE(this.names);
    return { tag: "Global", start, end: this.previous().stop, names };
  });

  // nonlocal_stmt: 'nonlocal' ','.NAME+
  readonly nonlocal_stmt = this.rule("nonlocal_stmt", (): Nonlocal => {
    const start = this.CONSUME(t.Nonlocal).startOffset;
    const names = this.SUBRULE(this.names);
    return { tag: "Nonlocal", start, end: this.previous().stop, names };
  });

  readonly names = this.rule("names", (): readonly string[] => {
    const list = [this.CONSUME(t.Name).image];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      list.push(this.CONSUME1(t.Name).image);
    });
    return list;
  });
}
