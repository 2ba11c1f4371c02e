// Chevrotain's engine with its hot paths cut to what this parser needs: no CST, no recovery.
import { EmbeddedActionsParser, EOF, type IParserConfig, type TokenType } from "chevrotain";
import { Failure } from "./failure.ts";
import { OneToken } from "./lookahead.ts";
import { Token } from "./tokens/token.ts";
import { vocabulary } from "./tokens/vocabulary.ts";

/** A rule as Chevrotain keeps it: what SUBRULE calls is `coreRule`. */
export interface Rule<Arguments extends unknown[], Result> {
  (...args: Arguments): Result;
  readonly coreRule: (...args: Arguments) => Result;
}

/** A decision, as `OneToken` makes it. */
interface Lookahead {
  readonly table: Uint8Array;
}

/** The parts of Chevrotain's parser that its declarations do not show. */
interface Internals {
  ruleShortNameIdx: number;
  shortRuleNameToFull: string[];
  fullRuleNameToShort: Record<string, number>;
  definedRulesNames: string[];
  lookAheadFuncsCache: Lookahead[][];
  currRuleLookaheadFuncs: Lookahead[];
  tokVector: Token[];
  tokVectorLength: number;
  currIdx: number;
  maxLookahead: number;
}

export interface EngineOptions {
  /** Chevrotain's own checks of the grammar; they need an engine with `Object.groupBy`. */
  readonly validate?: boolean;
}

const OR_KEY = 1 << 8;
const OPTION_KEY = 2 << 8;
const MANY_KEY = 3 << 8;
// two hundred brackets, the most that CPython takes, are eight rules each; Node's stack holds somewhat more
const depth_limit = 1700;

/**
 * Chevrotain records the rules once, and computes the lookahead tables; at parse time a rule is a
 * plain function call between two assignments, and CONSUME a comparison. Mismatches throw `Failure`.
 */
export class Engine extends EmbeddedActionsParser {
  depth = 0;

  constructor(options: EngineOptions = {}) {
    const skipValidations = options.validate !== true;
    const config: IParserConfig = { maxLookahead: 1, skipValidations };
    if (skipValidations) config.lookaheadStrategy = new OneToken();
    super([...vocabulary], config);
    // rules look at tokens while Chevrotain records them
    this.internals.tokVector = [end_token(0), end_token(0), end_token(0)];
    this.internals.currIdx = 0;
  }

  get internals(): Internals {
    return this as unknown as Internals;
  }

  /** Runs `rule` over the tokens. */
  run<Result>(tokens: Token[], rule: Rule<[], Result>, end: number): Result {
    const internals = this.internals;
    for (let i = 0; i < 3; i++) tokens.push(end_token(end));
    internals.tokVector = tokens;
    internals.tokVectorLength = tokens.length;
    internals.currIdx = -1;
    this.depth = 0;
    return rule.coreRule.call(this);
  }

  /** The index of the token that comes next. */
  get at(): number {
    return this.internals.currIdx + 1;
  }

  rule<Arguments extends unknown[], Result>(
    name: string,
    implementation: (...args: Arguments) => Result,
  ): Rule<Arguments, Result> {
    const internals = this.internals;
    const short_name = internals.ruleShortNameIdx++;
    internals.shortRuleNameToFull[short_name] = name;
    internals.fullRuleNameToShort[name] = short_name;
    internals.definedRulesNames.push(name);
    const coreRule = core_rule(short_name, implementation as unknown as Implementation);
    const rule = Object.assign(coreRule, {
      ruleName: name,
      originalGrammarAction: implementation,
      coreRule,
    });
    return rule as unknown as Rule<Arguments, Result>;
  }

  /** The token that comes next. */
  next(): Token {
    const internals = this as unknown as Internals;
    return internals.tokVector[internals.currIdx + 1] as Token;
  }

  /** The token that was read last. */
  previous(): Token {
    const internals = this as unknown as Internals;
    return internals.tokVector[internals.currIdx] as Token;
  }

  peek(distance: number): Token {
    const internals = this as unknown as Internals;
    return (internals.tokVector[internals.currIdx + distance] ??
      internals.tokVector.at(-1)) as Token;
  }

  take(type: TokenType): Token {
    const internals = this as unknown as Internals;
    const token = internals.tokVector[internals.currIdx + 1] as Token;
    if (token.tokenTypeIdx !== type.tokenTypeIdx) this.refuse(token, type);
    internals.currIdx++;
    return token;
  }

  /** Called at a token that no rule can take. The diagnosing pass finds better words. */
  refuse(token: Token, _expected: TokenType | null): never {
    if (this.RECORDING_PHASE) return undefined as never;
    throw new Failure("invalid syntax", token.startOffset, token.stop);
  }
}

type Optional<Result> =
  (() => Result) | { readonly GATE: () => boolean; readonly DEF: () => Result };
type Implementation = (this: Engine, a?: unknown, b?: unknown) => unknown;

interface CoreRule {
  (this: Engine, a?: unknown, b?: unknown): unknown;
  readonly short_name: number;
  readonly implementation: Implementation;
}

function core_rule(short_name: number, implementation: Implementation): CoreRule {
  const core: CoreRule = Object.assign(
    function rule(this: Engine, a?: unknown, b?: unknown): unknown {
      return subrule.call(this, { coreRule: core }, { ARGS: [a, b] });
    },
    { short_name, implementation },
  );
  return core;
}

/** Reads one rule. A level takes two of JavaScript's frames, no more: they limit how deep a text may nest. */
function subrule(
  this: Engine,
  { coreRule }: { readonly coreRule: CoreRule },
  options?: { readonly ARGS: readonly unknown[] },
): unknown {
  const internals = this as unknown as Internals;
  const outer = internals.currRuleLookaheadFuncs;
  internals.currRuleLookaheadFuncs = internals.lookAheadFuncsCache[
    coreRule.short_name
  ] as Lookahead[];
  if (++this.depth > depth_limit) throw too_complex(this.next());
  const result =
    options === undefined
      ? coreRule.implementation.call(this)
      : coreRule.implementation.call(this, options.ARGS[0], options.ARGS[1]);
  this.depth--;
  internals.currRuleLookaheadFuncs = outer;
  return result;
}

/** The failure where the depth limit, or the engine's own stack, ended the way into the text. */
export function too_complex({ startOffset }: Pick<Token, "startOffset">): Failure {
  return new Failure("source too complex to parse: nested too deeply", startOffset, startOffset);
}

function end_token(end: number): Token {
  return new Token(EOF.tokenTypeIdx ?? 0, end, end, "");
}

/** Puts the lean methods in the place of Chevrotain's, under Chevrotain's names. */
function install(prototype: Record<string, unknown>): void {
  prototype["consume"] = function consume(this: Engine, _occurrence: number, type: TokenType) {
    return this.take(type);
  };
  for (let i = 0; i < 10; i++) {
    const suffix = i === 0 ? "" : `${i}`;
    prototype[`CONSUME${suffix}`] = Engine.prototype.take;
    prototype[`SUBRULE${suffix}`] = subrule;
    prototype[`OPTION${suffix}`] = function option(
      this: Engine,
      option: Optional<unknown>,
    ): unknown {
      const { table } = lookahead_of(this, OPTION_KEY | i);
      const is_there = table[this.next().tokenTypeIdx] === 1;
      if (typeof option === "function") return is_there ? option.call(this) : undefined;
      return is_there && option.GATE() ? option.DEF.call(this) : undefined;
    };
    prototype[`MANY${suffix}`] = function many(this: Engine, action: () => void): void {
      const { table } = lookahead_of(this, MANY_KEY | i);
      while (table[this.next().tokenTypeIdx] === 1) action.call(this);
    };
    prototype[`OR${suffix}`] = function or(
      this: Engine,
      alternatives: readonly { ALT: () => unknown }[],
    ): unknown {
      const chosen = lookahead_of(this, OR_KEY | i).table[this.next().tokenTypeIdx];
      const alternative = chosen === undefined ? undefined : alternatives[chosen];
      if (alternative === undefined) this.refuse(this.next(), null);
      return alternative?.ALT.call(this);
    };
  }
}

function lookahead_of(engine: Engine, key: number): Lookahead {
  return (engine as unknown as Internals).currRuleLookaheadFuncs[key] as Lookahead;
}

install(Engine.prototype as unknown as Record<string, unknown>);
