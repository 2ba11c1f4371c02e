// The vocabulary: every kind of token, under the names of CPython's token module.
import { createToken, EOF, Lexer, type TokenType } from "chevrotain";

const types: TokenType[] = [];

function kind(name: string): TokenType {
  const type = createToken({ name, pattern: Lexer.NA });
  types.push(type);
  return type;
}

const by_text = new Map<string, TokenType>();
const text_of = new Map<number, string>();

function written(name: string, text: string): TokenType {
  const type = kind(name);
  by_text.set(text, type);
  text_of.set(type.tokenTypeIdx ?? 0, text);
  return type;
}

export const EndMarker = EOF;
export const Newline = kind("Newline");
export const Indent = kind("Indent");
export const Dedent = kind("Dedent");
export const Name = kind("Name");
export const NumberLiteral = kind("NumberLiteral");
export const StringLiteral = kind("StringLiteral");
export const FStringStart = kind("FStringStart");
export const FStringMiddle = kind("FStringMiddle");
export const FStringEnd = kind("FStringEnd");
/** A character that no rule takes: `$`, `?` and the backtick. */
export const Stray = kind("Stray");

export const LeftParenthesis = written("LeftParenthesis", "(");
export const RightParenthesis = written("RightParenthesis", ")");
export const LeftBracket = written("LeftBracket", "[");
export const RightBracket = written("RightBracket", "]");
export const LeftBrace = written("LeftBrace", "{");
export const RightBrace = written("RightBrace", "}");
export const Colon = written("Colon", ":");
export const Comma = written("Comma", ",");
export const Semicolon = written("Semicolon", ";");
export const Dot = written("Dot", ".");
export const Ellipsis = written("Ellipsis", "...");
export const Arrow = written("Arrow", "->");
export const Equal = written("Equal", "=");
export const ColonEqual = written("ColonEqual", ":=");
export const Exclamation = written("Exclamation", "!");
export const Plus = written("Plus", "+");
export const Minus = written("Minus", "-");
export const Star = written("Star", "*");
export const DoubleStar = written("DoubleStar", "**");
export const Slash = written("Slash", "/");
export const DoubleSlash = written("DoubleSlash", "//");
export const Percent = written("Percent", "%");
export const At = written("At", "@");
export const VerticalBar = written("VerticalBar", "|");
export const Ampersand = written("Ampersand", "&");
export const Circumflex = written("Circumflex", "^");
export const Tilde = written("Tilde", "~");
export const LeftShift = written("LeftShift", "<<");
export const RightShift = written("RightShift", ">>");
export const EqualEqual = written("EqualEqual", "==");
export const NotEqual = written("NotEqual", "!=");
export const Less = written("Less", "<");
export const LessEqual = written("LessEqual", "<=");
export const Greater = written("Greater", ">");
export const GreaterEqual = written("GreaterEqual", ">=");
export const PlusEqual = written("PlusEqual", "+=");
export const MinusEqual = written("MinusEqual", "-=");
export const StarEqual = written("StarEqual", "*=");
export const AtEqual = written("AtEqual", "@=");
export const SlashEqual = written("SlashEqual", "/=");
export const PercentEqual = written("PercentEqual", "%=");
export const AmpersandEqual = written("AmpersandEqual", "&=");
export const VerticalBarEqual = written("VerticalBarEqual", "|=");
export const CircumflexEqual = written("CircumflexEqual", "^=");
export const LeftShiftEqual = written("LeftShiftEqual", "<<=");
export const RightShiftEqual = written("RightShiftEqual", ">>=");
export const DoubleStarEqual = written("DoubleStarEqual", "**=");
export const DoubleSlashEqual = written("DoubleSlashEqual", "//=");

const first_keyword = types.length;
export const False_ = written("False_", "False");
export const None_ = written("None_", "None");
export const True_ = written("True_", "True");
export const And = written("And", "and");
export const As = written("As", "as");
export const Assert = written("Assert", "assert");
export const Async = written("Async", "async");
export const Await = written("Await", "await");
export const Break = written("Break", "break");
export const Class = written("Class", "class");
export const Continue = written("Continue", "continue");
export const Def = written("Def", "def");
export const Del = written("Del", "del");
export const Elif = written("Elif", "elif");
export const Else = written("Else", "else");
export const Except = written("Except", "except");
export const Finally = written("Finally", "finally");
export const For = written("For", "for");
export const From = written("From", "from");
export const Global = written("Global", "global");
export const If = written("If", "if");
export const Import = written("Import", "import");
export const In = written("In", "in");
export const Is = written("Is", "is");
export const Lambda = written("Lambda", "lambda");
export const Nonlocal = written("Nonlocal", "nonlocal");
export const Not = written("Not", "not");
export const Or = written("Or", "or");
export const Pass = written("Pass", "pass");
export const Raise = written("Raise", "raise");
export const Return = written("Return", "return");
export const Try = written("Try", "try");
export const While = written("While", "while");
export const With = written("With", "with");
export const Yield = written("Yield", "yield");

/** All kinds, for Chevrotain's parser. */
export const vocabulary: readonly TokenType[] = types;

/** The keywords by their text. */
export const keywords: ReadonlyMap<string, TokenType> = new Map(
  types.slice(first_keyword).map((type) => [written_as(type.tokenTypeIdx ?? 0), type]),
);

/** The operators and delimiters by their text. */
export const operators: ReadonlyMap<string, TokenType> = new Map(
  [...by_text].filter(([text]) => !keywords.has(text)),
);

/** How a keyword, operator or delimiter is written; empty for the other kinds. */
export function written_as(index: number): string {
  return text_of.get(index) ?? "";
}

/** The index by which Chevrotain's tables know a kind. */
export function index_of(type: TokenType): number {
  return type.tokenTypeIdx ?? 0;
}

/** The kind of a keyword, operator or delimiter. */
export function type_written(text: string): TokenType {
  const type = by_text.get(text);
  if (type === undefined) throw new Error(`no token is written ${text}`);
  return type;
}
