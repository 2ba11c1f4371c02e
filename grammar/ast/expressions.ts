// Expressions, as CPython's ast names them (Python 3.13, "Expressions" of the language reference).
import type { Node } from "./node.ts";

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export type ExpressionContext = "Load" | "Store" | "Del";
export type BooleanOperator = "And" | "Or";
export type Operator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";
export type ComparisonOperator =
  "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

/**
 * The value of a literal. The wrapper tells apart what JavaScript cannot: `1` from `1.0`,
 * `"a"` from `b"a"`. `int.value` is exact; `str.value` may hold lone surrogates; `bytes.value`
 * has one UTF-16 unit (0 to 255) per byte. `split_pairs` lists where two surrogates stand side by
 * side that Python keeps as two characters (`"\\ud800\\udc00"`): the index of the first of the two.
 */
export type ConstantValue =
  | { readonly type: "None" }
  | { readonly type: "Ellipsis" }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "complex"; readonly imag: number }
  | { readonly type: "str"; readonly value: string; readonly split_pairs?: readonly number[] }
  | { readonly type: "bytes"; readonly value: string };

export interface BoolOp extends Node {
  readonly tag: "BoolOp";
  readonly op: BooleanOperator;
  readonly values: readonly Expression[];
}

export interface NamedExpr extends Node {
  readonly tag: "NamedExpr";
  readonly target: Expression;
  readonly value: Expression;
}

export interface BinOp extends Node {
  readonly tag: "BinOp";
  readonly left: Expression;
  readonly op: Operator;
  readonly right: Expression;
}

export interface UnaryOp extends Node {
  readonly tag: "UnaryOp";
  readonly op: UnaryOperator;
  readonly operand: Expression;
}

export interface Lambda extends Node {
  readonly tag: "Lambda";
  readonly args: Arguments;
  readonly body: Expression;
}

export interface IfExp extends Node {
  readonly tag: "IfExp";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Dict extends Node {
  readonly tag: "Dict";
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}

export interface Set extends Node {
  readonly tag: "Set";
  readonly elts: readonly Expression[];
}

export interface ListComp extends Node {
  readonly tag: "ListComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface SetComp extends Node {
  readonly tag: "SetComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends Node {
  readonly tag: "DictComp";
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

export interface GeneratorExp extends Node {
  readonly tag: "GeneratorExp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface Await extends Node {
  readonly tag: "Await";
  readonly value: Expression;
}

export interface Yield extends Node {
  readonly tag: "Yield";
  readonly value: Expression | null;
}

export interface YieldFrom extends Node {
  readonly tag: "YieldFrom";
  readonly value: Expression;
}

export interface Compare extends Node {
  readonly tag: "Compare";
  readonly left: Expression;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}

export interface Call extends Node {
  readonly tag: "Call";
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

export interface FormattedValue extends Node {
  readonly tag: "FormattedValue";
  readonly value: Expression;
  readonly conversion: -1 | 97 | 114 | 115;
  readonly format_spec: JoinedStr | null;
}

export interface JoinedStr extends Node {
  readonly tag: "JoinedStr";
  readonly values: readonly Expression[];
}

export interface Constant extends Node {
  readonly tag: "Constant";
  readonly value: ConstantValue;
  readonly kind: "u" | null;
}

export interface Attribute extends Node {
  readonly tag: "Attribute";
  readonly value: Expression;
  readonly attr: string;
  readonly ctx: ExpressionContext;
}

export interface Subscript extends Node {
  readonly tag: "Subscript";
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: ExpressionContext;
}

export interface Starred extends Node {
  readonly tag: "Starred";
  readonly value: Expression;
  readonly ctx: ExpressionContext;
}

export interface Name extends Node {
  readonly tag: "Name";
  readonly id: string;
  readonly ctx: ExpressionContext;
}

export interface List extends Node {
  readonly tag: "List";
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}

export interface Tuple extends Node {
  readonly tag: "Tuple";
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}

export interface Slice extends Node {
  readonly tag: "Slice";
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export interface Comprehension extends Node {
  readonly tag: "comprehension";
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly is_async: 0 | 1;
}

export interface Arguments extends Node {
  readonly tag: "arguments";
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Arg | null;
  readonly defaults: readonly Expression[];
}

export interface Arg extends Node {
  readonly tag: "arg";
  readonly arg: string;
  readonly annotation: Expression | null;
}

export interface Keyword extends Node {
  readonly tag: "keyword";
  readonly arg: string | null;
  readonly value: Expression;
}
