// "Displays for lists, sets and dictionaries": the clauses of comprehensions, and targets.
import type { Comprehension, Expression } from "../../ast/expressions.ts";
import { as_target } from "../../targets.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Operators } from "./operators.ts";

const comma = t.index_of(t.Comma);

export abstract class Comprehensions extends Operators {
  // for_if_clauses: (['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*)+
  readonly for_if_clauses = this.rule("for_if_clauses", (): readonly Comprehension[] => {
    const clauses = [this.SUBRULE(this.for_if_clause)];
    this.MANY(() => {
      clauses.push(this.SUBRULE1(this.for_if_clause));
    });
    return clauses;
  });

  readonly for_if_clause = this.rule("for_if_clause", (): Comprehension => {
    const start = this.next().startOffset;
    const is_async = this.OPTION(() => this.CONSUME(t.Async)) === undefined ? 0 : 1;
    this.CONSUME(t.For);
    const target = this.SUBRULE(this.star_targets);
    this.CONSUME(t.In);
    const iter = this.SUBRULE(this.disjunction);
    const ifs: Expression[] = [];
    this.MANY(() => {
      this.CONSUME(t.If);
      ifs.push(this.SUBRULE1(this.disjunction));
    });
    return { tag: "comprehension", start, end: this.previous().stop, target, iter, ifs, is_async };
  });

  // star_targets: ','.star_target+ [',']
  readonly star_targets = this.rule("star_targets", (): Expression => {
    const start = this.next().startOffset;
    const first = this.SUBRULE(this.star_target);
    if (this.next().tokenTypeIdx !== comma && !this.RECORDING_PHASE) return first;
    const elts = [first];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        elts.push(this.SUBRULE1(this.star_target));
        is_open = true;
      });
    });
    return { tag: "Tuple", start, end: this.previous().stop, elts, ctx: "Store" };
  });

  // star_target: '*' star_target | target_with_star_atom. Read as an expression, then made a target.
  readonly star_target = this.rule("star_target", (): Expression => {
    const node = this.OR([
      { ALT: (): Expression => this.SUBRULE(this.starred) },
      { ALT: (): Expression => this.SUBRULE(this.bitwise_or) },
    ]);
    return this.RECORDING_PHASE ? node : as_target(node, "Store");
  });
}
