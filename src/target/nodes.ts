// TypeScript as we write it. The printer knows these nodes and no Python; layout is prettier's business.
import type { Span } from "../../grammar/ast/node.ts";

/** What any node may carry. Only `build.ts` makes nodes; nobody changes one afterwards. */
export interface TargetNode {
  readonly kind: string;
  /** The Python text it was made from: feeds the source map. */
  readonly origin?: Span;
}

/** A comment of the Python text, without its mark, and where it stands there. */
export interface CommentLine {
  readonly text: string;
  readonly at: number;
}

/** Trivia that a statement, class member, element, argument or property carries over from Python. */
export interface Attached {
  /** Comments above; `null` is a blank line between them. */
  readonly leading?: readonly (CommentLine | null)[];
  /** Comment behind, on the same line. */
  readonly trailing?: CommentLine;
  /** Comments on the lines below. */
  readonly below?: readonly (CommentLine | null)[];
  /** A blank line stands above (above the leading comments, if any). */
  readonly blank_before?: boolean;
  /** JSDoc text (a docstring), without comment marks. */
  readonly doc?: string;
}

// --- expressions -------------------------------------------------------------------------------

export type Expression =
  | Identifier
  | NumberLiteral
  | BigIntLiteral
  | StringLiteral
  | BooleanLiteral
  | NullLiteral
  | TemplateLiteral
  | ArrayLiteral
  | ObjectLiteral
  | FunctionExpression
  | ArrowFunction
  | ClassExpression
  | Unary
  | Binary
  | Conditional
  | Assignment
  | Update
  | Call
  | New
  | Member
  | Index
  | Spread
  | Await
  | Yield
  | Sequence
  | As
  | NonNull
  | This
  | Super
  | ImportMeta
  | ImportCall
  | Hole;

export interface Identifier extends TargetNode {
  readonly kind: "Identifier";
  readonly name: string;
  /** What it names where that is imported from the runtime: `builtins.getitem`. */
  readonly runtime?: string;
}
/** Printed as JavaScript prints it; never NaN, Infinity or negative (those are built of other nodes). */
export interface NumberLiteral extends TargetNode {
  readonly kind: "NumberLiteral";
  readonly value: number;
  /** How the author wrote it where TypeScript reads it alike (`0xff`, `1_000`). */
  readonly raw?: string;
}
export interface BigIntLiteral extends TargetNode {
  readonly kind: "BigIntLiteral";
  readonly value: bigint;
}
export interface StringLiteral extends TargetNode {
  readonly kind: "StringLiteral";
  readonly value: string;
}
export interface BooleanLiteral extends TargetNode {
  readonly kind: "BooleanLiteral";
  readonly value: boolean;
}
export interface NullLiteral extends TargetNode {
  readonly kind: "NullLiteral";
}
/** `quasis.length === expressions.length + 1`; quasis are cooked text. */
export interface TemplateLiteral extends TargetNode {
  readonly kind: "TemplateLiteral";
  readonly quasis: readonly string[];
  readonly expressions: readonly Expression[];
}
export interface ArrayLiteral extends TargetNode {
  readonly kind: "ArrayLiteral";
  readonly elements: readonly Element[];
}
export interface ObjectLiteral extends TargetNode {
  readonly kind: "ObjectLiteral";
  readonly properties: readonly Property[];
}
/** An argument or element with the comments that stood beside it in a bracketed list. */
export type Element = Expression & Attached;
export interface Property extends TargetNode, Attached {
  readonly kind: "Property";
  /** `null` spreads `value`. An `Expression` key is computed. */
  readonly key: string | Expression | null;
  readonly value: Expression;
}
export interface FunctionParts {
  readonly async: boolean;
  readonly generator: boolean;
  readonly type_parameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly returns: Type | null;
}
export interface FunctionExpression extends TargetNode, FunctionParts {
  readonly kind: "FunctionExpression";
  readonly name: string | null;
  readonly body: Block;
}
export interface ArrowFunction extends TargetNode, FunctionParts {
  readonly kind: "ArrowFunction";
  readonly body: Block | Expression;
}
export interface ClassExpression extends TargetNode, ClassParts {
  readonly kind: "ClassExpression";
  readonly name: string | null;
}
export interface Unary extends TargetNode {
  readonly kind: "Unary";
  readonly operator: "!" | "-" | "+" | "~" | "typeof" | "void" | "delete";
  readonly operand: Expression;
}
export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "**"
  | "<<"
  | ">>"
  | ">>>"
  | "&"
  | "|"
  | "^"
  | "=="
  | "!="
  | "==="
  | "!=="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "instanceof"
  | "&&"
  | "||"
  | "??";
export interface Binary extends TargetNode {
  readonly kind: "Binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Conditional extends TargetNode {
  readonly kind: "Conditional";
  readonly test: Expression;
  readonly consequent: Expression;
  readonly alternate: Expression;
}
export interface Assignment extends TargetNode {
  readonly kind: "Assignment";
  readonly operator:
    | "="
    | "+="
    | "-="
    | "*="
    | "/="
    | "%="
    | "**="
    | "<<="
    | ">>="
    | "&="
    | "|="
    | "^="
    | "??="
    | "&&="
    | "||=";
  readonly target: Target;
  readonly value: Expression;
}
export interface Update extends TargetNode {
  readonly kind: "Update";
  readonly operator: "++" | "--";
  readonly prefix: boolean;
  readonly target: Expression;
}
export interface Call extends TargetNode {
  readonly kind: "Call";
  readonly callee: Expression;
  readonly type_arguments?: readonly Type[];
  readonly arguments: readonly Element[];
  readonly optional?: boolean;
}
export interface New extends TargetNode {
  readonly kind: "New";
  readonly callee: Expression;
  readonly type_arguments?: readonly Type[];
  readonly arguments: readonly Element[];
}
export interface Member extends TargetNode {
  readonly kind: "Member";
  readonly object: Expression;
  readonly property: string;
  readonly optional?: boolean;
}
export interface Index extends TargetNode {
  readonly kind: "Index";
  readonly object: Expression;
  readonly index: Expression;
  readonly optional?: boolean;
}
export interface Spread extends TargetNode {
  readonly kind: "Spread";
  readonly value: Expression;
}
export interface Await extends TargetNode {
  readonly kind: "Await";
  readonly value: Expression;
}
export interface Yield extends TargetNode {
  readonly kind: "Yield";
  readonly value: Expression | null;
  readonly delegate: boolean;
}
export interface Sequence extends TargetNode {
  readonly kind: "Sequence";
  readonly expressions: readonly Expression[];
}
export interface As extends TargetNode {
  readonly kind: "As";
  /** Told to those who get the value; what reads a member of it needs no more than the value itself. */
  readonly of_value?: boolean;
  readonly value: Expression;
  readonly type: Type;
}
export interface NonNull extends TargetNode {
  readonly kind: "NonNull";
  readonly value: Expression;
}
export interface This extends TargetNode {
  readonly kind: "This";
}
export interface Super extends TargetNode {
  readonly kind: "Super";
}
export interface ImportMeta extends TargetNode {
  readonly kind: "ImportMeta";
}
/** Loads a module where the expression stands: a promise of its namespace. */
export interface ImportCall extends TargetNode {
  readonly kind: "ImportCall";
  readonly from: string;
}
/** An omitted element of an array binding: `[, b] = pair`. */
export interface Hole extends TargetNode {
  readonly kind: "Hole";
}

// --- binding targets ---------------------------------------------------------------------------

/** What stands on the left of `=`, in a declaration, a parameter list or a `for … of`. */
export type Target =
  Identifier | Member | Index | ArrayTarget | ObjectTarget | RestTarget | DefaultTarget | Hole;
export interface ArrayTarget extends TargetNode {
  readonly kind: "ArrayTarget";
  readonly elements: readonly Target[];
}
export interface ObjectTarget extends TargetNode {
  readonly kind: "ObjectTarget";
  readonly properties: readonly { readonly key: string; readonly value: Target }[];
}
export interface RestTarget extends TargetNode {
  readonly kind: "RestTarget";
  readonly target: Target;
}
export interface DefaultTarget extends TargetNode {
  readonly kind: "DefaultTarget";
  readonly target: Target;
  readonly value: Expression;
}
export interface Parameter extends TargetNode, Attached {
  readonly kind: "Parameter";
  readonly target: Identifier | ArrayTarget | ObjectTarget;
  readonly type: Type | null;
  readonly optional: boolean;
  readonly default: Expression | null;
  readonly rest: boolean;
}

// --- statements --------------------------------------------------------------------------------

export type Statement = (
  | VariableDeclaration
  | FunctionDeclaration
  | ClassDeclaration
  | ExpressionStatement
  | Block
  | If
  | For
  | ForOf
  | While
  | DoWhile
  | Switch
  | Labeled
  | Break
  | Continue
  | Return
  | Throw
  | Try
  | Import
  | ExportNames
  | TypeAlias
  | InterfaceDeclaration
  | Comments
) &
  Attached;

export interface VariableDeclaration extends TargetNode {
  readonly kind: "VariableDeclaration";
  readonly keyword: "const" | "let" | "var";
  readonly declarators: readonly Declarator[];
  readonly export: boolean;
}
export interface Declarator {
  readonly target: Target;
  /** `let x!: T`: assigned before use in ways that TypeScript does not see. */
  readonly definite?: boolean;
  readonly type: Type | null;
  readonly value: Expression | null;
}
export interface FunctionDeclaration extends TargetNode, FunctionParts {
  readonly kind: "FunctionDeclaration";
  readonly name: string;
  readonly body: Block;
  readonly export: boolean;
}
export interface ClassParts {
  readonly type_parameters: readonly TypeParameter[];
  readonly extends: Expression | null;
  readonly extends_type_arguments?: readonly Type[];
  readonly implements: readonly Type[];
  readonly members: readonly Member_[];
}
export interface ClassDeclaration extends TargetNode, ClassParts {
  readonly kind: "ClassDeclaration";
  readonly name: string;
  readonly abstract: boolean;
  readonly export: boolean;
}
/** Class members; the underscore keeps it apart from the expression `object.property`. */
export type Member_ = (Field | Method | StaticBlock) & Attached;
export interface Field extends TargetNode {
  readonly kind: "Field";
  /** An `Expression` name is computed (`[Symbol.iterator]`). */
  readonly name: string | Expression;
  readonly static: boolean;
  readonly declare: boolean;
  readonly readonly: boolean;
  readonly optional: boolean;
  readonly definite: boolean;
  readonly type: Type | null;
  readonly value: Expression | null;
}
export interface Method extends TargetNode, FunctionParts {
  readonly kind: "Method";
  readonly method: "method" | "constructor" | "get" | "set";
  readonly name: string | Expression;
  readonly static: boolean;
  /** `null` for an overload signature or an abstract method. */
  readonly body: Block | null;
}
export interface StaticBlock extends TargetNode {
  readonly kind: "StaticBlock";
  readonly body: Block;
}
export interface ExpressionStatement extends TargetNode {
  readonly kind: "ExpressionStatement";
  readonly expression: Expression;
}
export interface Block extends TargetNode {
  readonly kind: "Block";
  readonly statements: readonly Statement[];
}
export interface If extends TargetNode {
  readonly kind: "If";
  readonly test: Expression;
  readonly consequent: Block;
  /** An `If` here prints as `else if`; its leading comments print before its `else`. */
  readonly alternate: Block | (If & Attached) | null;
}
export interface For extends TargetNode {
  readonly kind: "For";
  readonly initializer: VariableDeclaration | Expression | null;
  readonly test: Expression | null;
  readonly update: Expression | null;
  readonly body: Block;
}
export interface ForOf extends TargetNode {
  readonly kind: "ForOf";
  readonly await: boolean;
  /** `null`: assign to an existing target. */
  readonly keyword: "const" | "let" | null;
  readonly target: Target;
  readonly iterable: Expression;
  readonly body: Block;
}
export interface While extends TargetNode {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: Block;
}
export interface DoWhile extends TargetNode {
  readonly kind: "DoWhile";
  readonly test: Expression;
  readonly body: Block;
}
export interface Switch extends TargetNode {
  readonly kind: "Switch";
  readonly discriminant: Expression;
  readonly cases: readonly (SwitchCase & Attached)[];
}
export interface SwitchCase {
  /** Empty: `default`. Several share one body. */
  readonly tests: readonly Expression[];
  readonly body: readonly Statement[];
}
export interface Labeled extends TargetNode {
  readonly kind: "Labeled";
  readonly label: string;
  readonly body: Statement;
}
export interface Break extends TargetNode {
  readonly kind: "Break";
  readonly label: string | null;
}
export interface Continue extends TargetNode {
  readonly kind: "Continue";
  readonly label: string | null;
}
export interface Return extends TargetNode {
  readonly kind: "Return";
  readonly value: Expression | null;
}
export interface Throw extends TargetNode {
  readonly kind: "Throw";
  readonly value: Expression;
}
export interface Try extends TargetNode {
  readonly kind: "Try";
  readonly body: Block;
  readonly parameter: Identifier | null;
  readonly handler: Block | null;
  readonly finalizer: Block | null;
}
export interface Import extends TargetNode {
  readonly kind: "Import";
  readonly from: string;
  readonly namespace: string | null;
  readonly names: readonly {
    readonly name: string;
    readonly local: string;
    readonly type_only: boolean;
  }[];
  readonly type_only: boolean;
}
export interface ExportNames extends TargetNode {
  readonly kind: "ExportNames";
  readonly names: readonly { readonly local: string; readonly name: string }[];
  /** `null`: exports of this module's own names. */
  readonly from: string | null;
  /** `export * as namespace from`. */
  readonly namespace: string | null;
}
export interface TypeAlias extends TargetNode {
  readonly kind: "TypeAlias";
  readonly name: string;
  readonly type_parameters: readonly TypeParameter[];
  readonly type: Type;
  readonly export: boolean;
}
export interface InterfaceDeclaration extends TargetNode {
  readonly kind: "InterfaceDeclaration";
  readonly name: string;
  readonly type_parameters: readonly TypeParameter[];
  readonly extends: readonly Type[];
  readonly members: readonly (TypeMember & Attached)[];
  readonly export: boolean;
}
/** Comments with no statement to hang on (an empty suite, the end of a file): its `leading`. */
export interface Comments extends TargetNode {
  readonly kind: "Comments";
}
export interface Program extends TargetNode {
  readonly kind: "Program";
  readonly statements: readonly Statement[];
  /** Comments of the head of the file (shebang left out). */
  readonly doc?: string;
}

// --- types (left out when JavaScript is printed) -----------------------------------------------

export type Type =
  | TypeName
  | ArrayType
  | TupleType
  | UnionType
  | IntersectionType
  | FunctionType
  | ObjectType
  | LiteralType
  | TypeofType
  | IndexedType
  | PredicateType;
/** `any`, `number`, `Promise<void>`, `asyncio.Task<T>`: a dotted name and its arguments. */
export interface TypeName extends TargetNode {
  readonly kind: "TypeName";
  readonly name: string;
  readonly arguments: readonly Type[];
}
export interface ArrayType extends TargetNode {
  readonly kind: "ArrayType";
  readonly element: Type;
  readonly readonly: boolean;
}
export interface TupleType extends TargetNode {
  readonly kind: "TupleType";
  readonly elements: readonly { readonly type: Type; readonly rest: boolean }[];
  readonly readonly: boolean;
}
export interface UnionType extends TargetNode {
  readonly kind: "UnionType";
  readonly members: readonly Type[];
}
export interface IntersectionType extends TargetNode {
  readonly kind: "IntersectionType";
  readonly members: readonly Type[];
}
export interface FunctionType extends TargetNode {
  readonly kind: "FunctionType";
  readonly type_parameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly returns: Type;
}
export interface ObjectType extends TargetNode {
  readonly kind: "ObjectType";
  readonly members: readonly (TypeMember & Attached)[];
}
export interface TypeMember {
  readonly name: string;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly type: Type;
}
export interface LiteralType extends TargetNode {
  readonly kind: "LiteralType";
  readonly value: string | number | boolean | null;
}
export interface TypeofType extends TargetNode {
  readonly kind: "TypeofType";
  readonly name: string;
}
export interface IndexedType extends TargetNode {
  readonly kind: "IndexedType";
  readonly object: Type;
  readonly index: Type;
}
/** `value is T`, as a return type. */
export interface PredicateType extends TargetNode {
  readonly kind: "PredicateType";
  readonly parameter: string;
  readonly type: Type;
}
export interface TypeParameter extends TargetNode {
  readonly kind: "TypeParameter";
  readonly name: string;
  readonly constraint: Type | null;
  readonly default: Type | null;
}
