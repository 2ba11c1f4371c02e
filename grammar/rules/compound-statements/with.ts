// "The with statement", where a parenthesis may belong to the statement or to an item.
import type { AsyncWith, With, WithItem } from "../../ast/compound-statements.ts";
import type { Expression } from "../../ast/expressions.ts";
import { as_target } from "../../targets.ts";
import * as t from "../../tokens/vocabulary.ts";
import { TryStatement } from "./try.ts";

const parenthesis = t.index_of(t.LeftParenthesis);
const colon = t.index_of(t.Colon);
const newline = t.index_of(t.Newline);
const comma = t.index_of(t.Comma);
const as_keyword = t.index_of(t.As);
const brackets_open = new Set([t.LeftParenthesis, t.LeftBracket, t.LeftBrace].map(t.index_of));
const brackets_close = new Set([t.RightParenthesis, t.RightBracket, t.RightBrace].map(t.index_of));
const not_an_item = new Set(
  [t.Yield, t.ColonEqual, t.For, t.Async, t.Star].map((type) => t.index_of(type)),
);

export abstract class WithStatement extends TryStatement {
  // with_stmt: ['async'] 'with' with_items ':' block
  readonly with_stmt = this.rule("with_stmt", (async_start: number | null): With | AsyncWith => {
    const keyword = this.CONSUME(t.With).startOffset;
    const items = this.SUBRULE(this.with_items);
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    const end = this.suite_end;
    if (async_start === null) return { tag: "With", start: keyword, end, items, body };
    return { tag: "AsyncWith", start: async_start, end, items, body };
  });

  // with_items: '(' ','.with_item+ [','] ')' &':' | ','.with_item+
  readonly with_items = this.rule("with_items", (): readonly WithItem[] => {
    const is_enclosed = !this.RECORDING_PHASE && this.encloses_items();
    const enclosed = this.OPTION({
      GATE: () => is_enclosed,
      DEF: (): readonly WithItem[] => {
        this.CONSUME(t.LeftParenthesis);
        const items = [this.SUBRULE(this.with_item)];
        let is_open = true;
        this.MANY(() => {
          if (!is_open) this.refuse(this.next(), null);
          this.CONSUME(t.Comma);
          is_open = false;
          this.OPTION1(() => {
            items.push(this.SUBRULE1(this.with_item));
            is_open = true;
          });
        });
        this.CONSUME(t.RightParenthesis);
        return items;
      },
    });
    if (enclosed !== undefined && !this.RECORDING_PHASE) return enclosed;
    const items = [this.SUBRULE2(this.with_item)];
    this.MANY1(() => {
      this.CONSUME1(t.Comma);
      items.push(this.SUBRULE3(this.with_item));
    });
    return items;
  });

  // with_item: expression ['as' star_target]
  readonly with_item = this.rule("with_item", (): WithItem => {
    const start = this.next().startOffset;
    const context_expr = this.SUBRULE(this.expression);
    const optional_vars =
      this.OPTION((): Expression => {
        this.CONSUME(t.As);
        const target = this.SUBRULE(this.bitwise_or);
        return this.RECORDING_PHASE ? target : as_target(target, "Store");
      }) ?? null;
    return { tag: "withitem", start, end: this.previous().stop, context_expr, optional_vars };
  });

  /**
   * Whether the parenthesis that comes next closes right before the colon and holds items: no
   * yield, walrus, generator or star at its own level.
   */
  private encloses_items(): boolean {
    const opening = this.next();
    if (opening.tokenTypeIdx !== parenthesis || opening.pair < 0) return false;
    const { tokVector } = this.internals;
    // a line that ends there lacks its colon
    const after = tokVector[opening.pair + 1]?.tokenTypeIdx;
    if (after !== colon && after !== newline) return false;
    let depth = 0;
    let previous = parenthesis;
    for (let i = tokVector.indexOf(opening, this.internals.currIdx) + 1; i < opening.pair; i++) {
      const index = tokVector[i]?.tokenTypeIdx ?? 0;
      if (brackets_open.has(index)) depth++;
      else if (brackets_close.has(index)) depth--;
      else if (depth === 0 && not_an_item.has(index)) {
        const is_multiplication =
          index === t.index_of(t.Star) && previous !== comma && previous !== parenthesis;
        if (!is_multiplication && previous !== as_keyword) return false;
      }
      previous = index;
    }
    return previous !== parenthesis;
  }
}
