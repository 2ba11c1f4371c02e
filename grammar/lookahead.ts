// Lookahead by one token: FIRST sets computed once per rule, and a table for each decision.
import {
  Alternation,
  type ILookaheadStrategy,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
} from "chevrotain";
import type { Token } from "./tokens/token.ts";

interface First {
  readonly tokens: ReadonlySet<number>;
  readonly is_nullable: boolean;
}

interface Parser {
  next(): Token;
}

/** What Chevrotain calls, with the table behind it: the engine looks there itself. */
type Decided<Answer> = ((this: Parser) => Answer) & { readonly table: Uint8Array };

const table_size = 256;
const no_alternative = 255;

/**
 * Chevrotain's own strategy lists the paths of every decision anew; with a single token of lookahead
 * the FIRST sets say the same, and self analysis takes a fraction of the time.
 */
export class OneToken implements ILookaheadStrategy {
  readonly #first = new Map<Rule, First>();

  /** Ambiguities are found by Chevrotain's own strategy, when a test validates the grammar. */
  validate(): [] {
    return [];
  }

  buildLookaheadForAlternation({
    prodOccurrence,
    rule,
  }: Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0]): Decided<
    number | undefined
  > {
    const table = new Uint8Array(table_size).fill(no_alternative);
    const decision = find(rule, prodOccurrence, (production) => production instanceof Alternation);
    decision.definition.forEach((alternative, index) => {
      const { tokens, is_nullable } = this.#of_sequence((alternative as Decision).definition);
      for (const token of tokens) if (table[token] === no_alternative) table[token] = index;
      if (is_nullable)
        table.forEach((chosen, token) => {
          if (chosen === no_alternative) table[token] = index;
        });
    });
    return Object.assign(
      function choose(this: Parser): number | undefined {
        const index = table[this.next().tokenTypeIdx];
        return index === no_alternative ? undefined : index;
      },
      { table },
    );
  }

  buildLookaheadForOptional({
    prodOccurrence,
    prodType,
    rule,
  }: Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0]): Decided<boolean> {
    const decision = find(rule, prodOccurrence, (production) => is_of_type(production, prodType));
    const { tokens } = this.#of_sequence(decision.definition);
    const table = new Uint8Array(table_size);
    for (const token of tokens) table[token] = 1;
    return Object.assign(
      function enters(this: Parser): boolean {
        return table[this.next().tokenTypeIdx] === 1;
      },
      { table },
    );
  }

  #of_rule(rule: Rule): First {
    const known = this.#first.get(rule);
    if (known !== undefined) return known;
    const first = this.#of_sequence(rule.definition);
    this.#first.set(rule, first);
    return first;
  }

  #of_sequence(sequence: readonly IProduction[]): First {
    const tokens = new Set<number>();
    for (const production of sequence) {
      const first = this.#of(production);
      for (const token of first.tokens) tokens.add(token);
      if (!first.is_nullable) return { tokens, is_nullable: false };
    }
    return { tokens, is_nullable: true };
  }

  #of(production: IProduction): First {
    if (production instanceof Terminal)
      return { tokens: new Set([production.terminalType.tokenTypeIdx ?? 0]), is_nullable: false };
    if (production instanceof NonTerminal) return this.#of_rule(production.referencedRule);
    if (production instanceof Alternation) {
      const alternatives = production.definition.map((alternative) =>
        this.#of_sequence((alternative as Decision).definition),
      );
      const tokens = new Set(alternatives.flatMap((first) => [...first.tokens]));
      return { tokens, is_nullable: alternatives.some(({ is_nullable }) => is_nullable) };
    }
    const { tokens, is_nullable } = this.#of_sequence((production as Decision).definition);
    return { tokens, is_nullable: is_nullable || !(production instanceof RepetitionMandatory) };
  }
}

type Decision = IProduction & { readonly idx: number; readonly definition: IProduction[] };

function is_of_type(production: IProduction, type: string): boolean {
  if (type === "Option") return production instanceof Option;
  if (type === "Repetition") return production instanceof Repetition;
  return type === "RepetitionMandatory" && production instanceof RepetitionMandatory;
}

function find(
  rule: Rule,
  occurrence: number,
  is_wanted: (production: IProduction) => boolean,
): Decision {
  const work: IProduction[] = [...rule.definition];
  for (let production = work.pop(); production !== undefined; production = work.pop()) {
    if (production instanceof Terminal || production instanceof NonTerminal) continue;
    const decision = production as Decision;
    if (is_wanted(production) && decision.idx === occurrence) return decision;
    work.push(...decision.definition);
  }
  throw new Error(`no decision ${occurrence} in rule ${rule.name}`);
}
