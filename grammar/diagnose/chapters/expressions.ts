// Expressions: forgotten commas, `=` for `==`, halves of conditionals, displays.
import { line_start } from "../../tokens/quotes.ts";
import { type Names, chapter, one } from "../notation.ts";
import type { Machine } from "../machine.ts";
import { Failure } from "../../failure.ts";
import { refused, refused_from, refused_kind, refused_last } from "./messages.ts";

export const expressions = chapter`
expressions:
  | expression (',' expression)+ [','] -> Tuple
  | expression ',' -> Tuple
  | expression
expression (memo):
  |? mistaken_expression
  |? legacy_call
  | disjunction 'if' disjunction 'else' expression -> IfExp
  | disjunction
  | 'lambda' [lambda_params] ':' expression -> Lambda
mistaken_expression:
  |? !(NAME STRING | soft_keyword) a=disjunction b=unsuspected_expression ${forgotten_comma}
  |? a=disjunction 'if' b=disjunction !('else' | ':') ${refused("expected 'else' after 'if' expression")}
  |? a='lambda' [lambda_params] b=':' &(FSTRING_MIDDLE | '}') ${refused("f-string: lambda expressions are not allowed without parentheses")}
legacy_call: a=NAME !'(' b=star_expressions ${legacy_call}
plain_expression:
  | disjunction 'if' disjunction 'else' expression -> IfExp
  | disjunction
  | 'lambda' [lambda_params] ':' expression -> Lambda

yield_expr:
  | 'yield' 'from' expression -> Yield
  | 'yield' [star_expressions] -> Yield
star_expressions:
  | star_expression (',' star_expression)+ [','] -> Tuple
  | star_expression ',' -> Tuple
  | star_expression
star_expression (memo):
  | '*' bitwise_or -> Starred
  | expression
star_named_expressions: ','.star_named_expression+ [',']
star_named_expression:
  | '*' bitwise_or -> Starred
  | named_expression
assignment_expression: NAME ':=' ~ expression -> NamedExpr
named_expression:
  | assignment_expression
  |? mistaken_assignment
  | a=expression !':=' -> a
mistaken_assignment (memo):
  |? a=expression ':=' expression ${refused_kind((name) => `cannot use assignment expressions with ${name}`)}
  |? a=NAME '=' b=bitwise_or !('=' | ':=') ${refused("invalid syntax. Maybe you meant '==' or ':=' instead of '='?")}
  |? !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=') ${refused_kind((name) => `cannot assign to ${name} here. Maybe you meant '==' instead of '='?`)}

disjunction (memo):
  | conjunction ('or' conjunction)+ -> BoolOp
  | conjunction
conjunction (memo):
  | inversion ('and' inversion)+ -> BoolOp
  | inversion
inversion (memo):
  | 'not' inversion -> UnaryOp
  | comparison
comparison:
  | bitwise_or comparison_pair+ -> Compare
  | bitwise_or
comparison_pair:
  | '==' bitwise_or -> Eq
  | '!=' bitwise_or -> NotEq
  | '<=' bitwise_or -> LtE
  | '<' bitwise_or -> Lt
  | '>=' bitwise_or -> GtE
  | '>' bitwise_or -> Gt
  | 'not' 'in' bitwise_or -> NotIn
  | 'in' bitwise_or -> In
  | 'is' 'not' bitwise_or -> IsNot
  | 'is' bitwise_or -> Is
bitwise_or (memo): bitwise_xor < '|' bitwise_xor -> BinOp >
bitwise_xor (memo): bitwise_and < '^' bitwise_and -> BinOp >
bitwise_and (memo): shift_expr < '&' shift_expr -> BinOp >
shift_expr (memo): shifted < '<<' sum -> BinOp | '>>' sum -> BinOp >
shifted:
  |? sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion ${refused("'not' after an operator must be parenthesized")}
  | sum
sum (memo): term < '+' term -> BinOp | '-' term -> BinOp >
term (memo): multiplied < '*' factor -> BinOp | '/' factor -> BinOp | '//' factor -> BinOp | '%' factor -> BinOp | '@' factor -> BinOp >
multiplied:
  |? ('+' | '-' | '~') a='not' b=factor ${refused("'not' after an operator must be parenthesized")}
  | factor
factor (memo):
  | ('+' | '-' | '~') factor -> UnaryOp
  | power
power:
  | await_primary '**' factor -> BinOp
  | await_primary
await_primary (memo):
  | 'await' primary -> Await
  | primary
primary (memo): atom < '.' NAME -> Attribute | genexp -> Call | '(' [arguments] ')' -> Call | '[' slices ']' -> Subscript >
slices:
  | a=slice !',' -> a
  | ','.(slice | starred_expression)+ [','] -> Tuple
slice:
  | [expression] ':' [expression] [':' [expression]] -> Slice
  | named_expression
atom:
  | NAME
  | 'True' -> True
  | 'False' -> False
  | 'None' -> None
  | &(STRING | FSTRING_START) strings
  | NUMBER -> Constant
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...' -> Ellipsis
group:
  | '(' a=(yield_expr | named_expression) ')' -> a
  |? '(' a=starred_expression ')' ${refused("cannot use starred expression here")}
  |? '(' a='**' expression ')' ${refused("cannot use double starred expression here")}
tuple: '(' [star_named_expression ',' [star_named_expressions]] ')' -> Tuple
list: '[' [star_named_expressions] ']' -> List
set: '{' star_named_expressions '}' -> Set
dict:
  | '{' [double_starred_kvpairs] '}' -> Dict
  | '{' mistaken_pairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ [',']
double_starred_kvpair:
  | '**' bitwise_or
  | kvpair
kvpair: expression ':' expression
mistaken_pairs:
  | ','.double_starred_kvpair+ ',' mistaken_pair
  | expression ':' a='*' bitwise_or ${refused_from("cannot use a starred expression in a dictionary value")}
  | expression a=':' &('}' | ',') ${refused("expression expected after dictionary key and ':'")}
mistaken_pair:
  | a=expression !(':') ${colon_after_key}
  | expression ':' a='*' bitwise_or ${refused_from("cannot use a starred expression in a dictionary value")}
  | expression a=':' &('}' | ',') ${refused("expression expected after dictionary key and ':'")}

for_if_clauses: for_if_clause+
for_if_clause:
  | 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)* -> Clause
  | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* -> Clause
  | 'async'? 'for' (bitwise_or (',' bitwise_or)* [',']) !'in' ${refused_last("'in' expected after for-loop variables")}
  |? mistaken_for_target
listcomp:
  | '[' named_expression for_if_clauses ']' -> ListComp
  |? mistaken_comprehension
setcomp:
  | '{' named_expression for_if_clauses '}' -> SetComp
  |? mistaken_comprehension
genexp:
  | '(' (assignment_expression | expression !':=') for_if_clauses ')' -> GeneratorExp
  |? mistaken_comprehension
dictcomp:
  | '{' kvpair for_if_clauses '}' -> DictComp
  |? '{' a='**' bitwise_or for_if_clauses '}' ${refused("dict unpacking cannot be used in dict comprehension")}
mistaken_comprehension:
  |? ('[' | '(' | '{') a=starred_expression for_if_clauses ${refused("iterable unpacking cannot be used in comprehension")}
  |? ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses ${comprehension_target}
  |? ('[' | '{') a=star_named_expression b=',' for_if_clauses ${refused("did you forget parentheses around the comprehension target?")}
`;

function forgotten_comma(machine: Machine, names: Names): undefined {
  const a = one(names, "a");
  if (is_legacy(machine, a.kind, a.first)) return undefined;
  if (machine.level_behind(machine.mark - 1) === 0) return undefined;
  machine.refuse("invalid syntax. Perhaps you forgot a comma?", a, one(names, "b"));
}

function is_legacy(machine: Machine, kind: string, at: number): boolean {
  return kind === "Name" && ["print", "exec"].includes(machine.image(at));
}

function legacy_call(machine: Machine, names: Names): undefined {
  const a = one(names, "a");
  if (!is_legacy(machine, a.kind, a.first)) return undefined;
  const name = machine.image(a.first);
  const message = `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`;
  machine.refuse(message, a, one(names, "b"));
}

/** On the line on which the key begins, in the column in which it ends. */
function colon_after_key({ text }: Machine, names: Names): never {
  const { start, end } = one(names, "a");
  const place = line_start(text, start) + end - line_start(text, end) - 1;
  throw new Failure("':' expected after dictionary key", place, place);
}

function comprehension_target(machine: Machine, names: Names): never {
  const rest = names["b"];
  const last =
    rest === null || rest === undefined || !("parts" in rest) ? undefined : rest.parts.at(-1);
  const a = one(names, "a");
  const message = "did you forget parentheses around the comprehension target?";
  return machine.refuse(message, a, last ?? a);
}
