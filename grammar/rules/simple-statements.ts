// "Simple statements".
import type { Expression, Name, Operator } from "../ast/expressions.ts";
import type { Statement } from "../ast/compound-statements.ts";
import type {
  AnnAssign,
  Assert,
  Assign,
  AugAssign,
  Delete,
  Global,
  Nonlocal,
  Raise,
  Return,
  SimpleStatement,
  TypeAlias,
} from "../ast/simple-statements.ts";
import type { TypeParameter } from "../ast/type-parameters.ts";
import { Failure } from "../failure.ts";
import { as_target, expression_name, invalid_target, set_context } from "../targets.ts";
import type { Token } from "../tokens/token.ts";
import * as t from "../tokens/vocabulary.ts";
import { Imports } from "./imports.ts";

const name_index = t.index_of(t.Name);
const semicolon = t.index_of(t.Semicolon);
const colon = t.index_of(t.Colon);
const equal = t.index_of(t.Equal);

const augmented: readonly (readonly [string, Operator])[] = [
  ["+=", "Add"],
  ["-=", "Sub"],
  ["*=", "Mult"],
  ["@=", "MatMult"],
  ["/=", "Div"],
  ["%=", "Mod"],
  ["&=", "BitAnd"],
  ["|=", "BitOr"],
  ["^=", "BitXor"],
  ["<<=", "LShift"],
  [">>=", "RShift"],
  ["**=", "Pow"],
  ["//=", "FloorDiv"],
];
const augmented_indices = new Set(augmented.map(([text]) => t.index_of(t.type_written(text))));

const recorded: Expression = { tag: "Name", start: 0, end: 0, id: "", ctx: "Load" };

export abstract class SimpleStatements extends Imports {
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

  private is_type_alias(first: Token): boolean {
    return first.tokenTypeIdx === name_index && this.peek(2).tokenTypeIdx === name_index;
  }

  // type_alias: "type" NAME [type_params] '=' expression
  readonly type_alias = this.rule("type_alias", (): TypeAlias => {
    const start = this.CONSUME(t.Name).startOffset;
    const { startOffset, image: id } = this.CONSUME1(t.Name);
    const name: Name = {
      tag: "Name",
      start: startOffset,
      end: this.previous().stop,
      id,
      ctx: "Store",
    };
    const type_params = this.OPTION(() => this.SUBRULE(this.type_params)) ?? [];
    this.CONSUME(t.Equal);
    const value = this.SUBRULE(this.expression);
    return { tag: "TypeAlias", start, end: this.previous().stop, name, type_params, value };
  });

  // type_params: '[' ','.type_param+ [','] ']'
  readonly type_params = this.rule("type_params", (): readonly TypeParameter[] => {
    this.CONSUME(t.LeftBracket);
    const list = [this.SUBRULE(this.type_param)];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        list.push(this.SUBRULE1(this.type_param));
        is_open = true;
      });
    });
    this.CONSUME(t.RightBracket);
    return list;
  });

  // type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression] | '**' NAME ['=' expression]
  readonly type_param = this.rule("type_param", (): TypeParameter =>
    this.OR([
      {
        ALT: (): TypeParameter => {
          const { startOffset: start, image: name } = this.CONSUME(t.Name);
          const bound =
            this.OPTION(() => {
              this.CONSUME(t.Colon);
              return this.SUBRULE(this.expression);
            }) ?? null;
          const default_value =
            this.OPTION1(() => {
              this.CONSUME(t.Equal);
              return this.SUBRULE1(this.expression);
            }) ?? null;
          const end = this.previous().stop;
          return { tag: "TypeVar", start, end, name, bound, default_value };
        },
      },
      {
        ALT: (): TypeParameter => {
          const { startOffset: start } = this.CONSUME(t.Star);
          const { image: name } = this.CONSUME1(t.Name);
          const default_value =
            this.OPTION2(() => {
              this.CONSUME1(t.Equal);
              return this.SUBRULE(this.star_expression);
            }) ?? null;
          return { tag: "TypeVarTuple", start, end: this.previous().stop, name, default_value };
        },
      },
      {
        ALT: (): TypeParameter => {
          const { startOffset: start } = this.CONSUME(t.DoubleStar);
          const { image: name } = this.CONSUME2(t.Name);
          const default_value =
            this.OPTION3(() => {
              this.CONSUME2(t.Equal);
              return this.SUBRULE2(this.expression);
            }) ?? null;
          return { tag: "ParamSpec", start, end: this.previous().stop, name, default_value };
        },
      },
    ]),
  );

  // assignment: single_target ':' expression ['=' annotated_rhs]
  //     | (star_targets '=')+ annotated_rhs | single_target augassign annotated_rhs
  // Read as expressions, which become targets when an operator of assignment follows.
  readonly assignment = this.rule("assignment", (): SimpleStatement => {
    const start = this.next().startOffset;
    const value = this.SUBRULE(this.annotated_rhs);
    const after = this.next().tokenTypeIdx;
    if (this.RECORDING_PHASE) this.recorded_assignments();
    else if (after === equal) return this.SUBRULE(this.assign, { ARGS: [start, value] });
    else if (after === colon) return this.SUBRULE(this.annotation, { ARGS: [start, value] });
    else if (augmented_indices.has(after))
      return this.SUBRULE(this.augassign, { ARGS: [start, value] });
    return { tag: "Expr", start, end: this.previous().stop, value };
  });

  /** What `assignment` decides on the next token, as Chevrotain's tables need to see it. */
  private recorded_assignments(): void {
    const ARGS: [number, Expression] = [0, recorded];
    this.OPTION(() => this.SUBRULE(this.assign, { ARGS }));
    this.OPTION1(() => this.SUBRULE(this.annotation, { ARGS }));
    this.OPTION2(() => this.SUBRULE(this.augassign, { ARGS }));
  }

  // annotated_rhs: yield_expr | star_expressions
  readonly annotated_rhs = this.rule("annotated_rhs", (): Expression =>
    this.OR(this.right_hand_sides),
  );
  private readonly right_hand_sides = [
    { ALT: (): Expression => this.SUBRULE(this.yield_expr) },
    { ALT: (): Expression => this.SUBRULE(this.star_expressions) },
  ];

  readonly assign = this.rule("assign", (start: number, first: Expression): Assign => {
    const targets: Expression[] = [];
    let value = first;
    this.MANY(() => {
      this.CONSUME(t.Equal);
      targets.push(value);
      value = this.SUBRULE(this.annotated_rhs);
    });
    if (!this.RECORDING_PHASE)
      for (const target of targets) this.assignable(target, targets, value);
    return { tag: "Assign", start, end: this.previous().stop, targets, value };
  });

  /** `f() = 1` gets another wording than `f() = x = 1` and `(f(), x) = 1`. */
  private assignable(target: Expression, targets: readonly Expression[], value: Expression): void {
    if (target.tag === "Yield" || target.tag === "YieldFrom")
      throw new Failure("assignment to yield expression not possible", target.start, target.end);
    const is_single = targets.length === 1 && is_bitwise_or(value) && is_bitwise_or(target);
    if (is_single && invalid_target(target, "Store") === target && !is_singleton(target)) {
      const message = `cannot assign to ${expression_name(target)} here. Maybe you meant '==' instead of '='?`;
      throw new Failure(message, target.start, target.end);
    }
    as_target(target, "Store");
  }

  readonly annotation = this.rule("annotation", (start: number, target: Expression): AnnAssign => {
    if (!this.RECORDING_PHASE) this.annotatable(target);
    this.CONSUME(t.Colon);
    const annotation = this.SUBRULE(this.expression);
    const value =
      this.OPTION(() => {
        this.CONSUME(t.Equal);
        return this.SUBRULE(this.annotated_rhs);
      }) ?? null;
    const end = this.previous().stop;
    const simple = !this.RECORDING_PHASE && start === target.start && target.tag === "Name" ? 1 : 0;
    return { tag: "AnnAssign", start, end, target, annotation, value, simple };
  });

  private annotatable(target: Expression): void {
    if (target.tag === "Name" || target.tag === "Attribute" || target.tag === "Subscript") {
      set_context(target, "Store");
      return;
    }
    if (target.tag !== "List" && target.tag !== "Tuple")
      throw new Failure("illegal target for annotation", target.start, target.end);
    const name = expression_name(target);
    const message = `only single target (not ${name}) can be annotated`;
    throw new Failure(message, target.start, target.end);
  }

  readonly augassign = this.rule("augassign", (start: number, target: Expression): AugAssign => {
    if (!this.RECORDING_PHASE) {
      if (target.tag !== "Name" && target.tag !== "Attribute" && target.tag !== "Subscript") {
        const message = `'${expression_name(target)}' is an illegal expression for augmented assignment`;
        throw new Failure(message, target.start, target.end);
      }
      set_context(target, "Store");
    }
    const op: Operator = this.OR(this.augmented_operators);
    const value = this.SUBRULE(this.annotated_rhs);
    return { tag: "AugAssign", start, end: this.previous().stop, target, op, value };
  });
  private readonly augmented_operators = augmented.map(([text, op]) => {
    const type = t.type_written(text);
    return {
      ALT: (): Operator => {
        this.CONSUME(type);
        return op;
      },
    };
  });

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

const looser = new Set(
  "BoolOp Compare IfExp Lambda NamedExpr Yield YieldFrom Starred GeneratorExp".split(" "),
);

/** Whether an expression binds as tightly as `|`, or tighter. */
function is_bitwise_or(node: Expression): boolean {
  return !looser.has(node.tag) && !(node.tag === "UnaryOp" && node.op === "Not");
}

function is_singleton(node: Expression): boolean {
  return node.tag === "Constant" && (node.value.type === "None" || node.value.type === "bool");
}
