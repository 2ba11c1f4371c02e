// "The match statement"; its patterns have a chapter of their own.
import type { Match, MatchCase } from "../../ast/compound-statements.ts";
import type { Expression } from "../../ast/expressions.ts";
import * as t from "../../tokens/vocabulary.ts";
import { WithStatement } from "./with.ts";

const name_index = t.index_of(t.Name);
const colon = t.index_of(t.Colon);
const newline = t.index_of(t.Newline);
const indent = t.index_of(t.Indent);

export abstract class MatchStatement extends WithStatement {
  // match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
  readonly match_stmt = this.rule("match_stmt", (): Match => {
    const start = this.CONSUME(t.Name).startOffset;
    const subject = this.SUBRULE(this.subject_expr);
    this.CONSUME(t.Colon);
    this.CONSUME(t.Newline);
    this.CONSUME(t.Indent);
    const cases: MatchCase[] = [];
    this.MANY(() => {
      cases.push(this.SUBRULE(this.case_block));
    });
    this.CONSUME(t.Dedent);
    return { tag: "Match", start, end: this.suite_end, subject, cases };
  });

  /** Whether the line ends in a colon, and an indented `case` comes below. */
  protected is_match_statement(): boolean {
    if (this.next().tokenTypeIdx !== name_index) return false;
    let distance = 2;
    const second = this.peek(distance);
    if (second.tokenTypeIdx === newline) return false;
    let last = second;
    for (;;) {
      const token = this.peek(++distance);
      if (token.tokenTypeIdx === newline || token.startOffset >= this.text.length) break;
      last = token;
    }
    if (last.tokenTypeIdx !== colon || last === second) return false;
    return (
      this.peek(distance + 1).tokenTypeIdx === indent && this.peek(distance + 2).image === "case"
    );
  }

  // subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
  readonly subject_expr = this.rule("subject_expr", (): Expression => {
    const start = this.next().startOffset;
    const first = this.SUBRULE(this.star_named_expression);
    const elts = [first];
    let is_open = true;
    let is_tuple = false;
    this.MANY(() => {
      is_tuple = true;
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        elts.push(this.SUBRULE1(this.star_named_expression));
        is_open = true;
      });
    });
    if (is_tuple) return { tag: "Tuple", start, end: this.previous().stop, elts, ctx: "Load" };
    if (first.tag === "Starred") this.refuse(this.next(), null);
    return first;
  });

  // case_block: "case" patterns ['if' named_expression] ':' block
  readonly case_block = this.rule("case_block", (): MatchCase => {
    const { startOffset: start, image } = this.CONSUME(t.Name);
    if (image !== "case" && !this.RECORDING_PHASE) this.refuse(this.previous(), null);
    const pattern = this.SUBRULE(this.patterns);
    const guard =
      this.OPTION(() => {
        this.CONSUME(t.If);
        return this.SUBRULE(this.named_expression);
      }) ?? null;
    this.CONSUME(t.Colon);
    const body = this.SUBRULE(this.block);
    return { tag: "match_case", start, end: this.suite_end, pattern, guard, body };
  });
}
