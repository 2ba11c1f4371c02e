// Compound statements: missing colons, blocks and handlers.
import { chapter } from "../notation.ts";
import {
  block_expected,
  colon_expected,
  refused,
  refused_from,
  refused_last,
  refused_target,
} from "./messages.ts";

const mixed = refused("cannot have both 'except' and 'except*' on the same 'try'");

export const compound_statements = chapter`
file: [statements] ENDMARKER
statements: statement+
compound_stmt:
  | &('def' | '@' | 'async') function_def
  | &'if' if_stmt
  | &('class' | '@') class_def
  | &('with' | 'async') with_stmt
  | &('for' | 'async') for_stmt
  | &'try' try_stmt
  | &'while' while_stmt
  | match_stmt

block (memo):
  | NEWLINE INDENT statements DEDENT
  | simple_stmts
  |? NEWLINE !INDENT ${(machine) => machine.refuse_last("expected an indented block", "IndentationError")}
decorators: ('@' named_expression NEWLINE)+

class_def:
  | decorators class_def_raw
  | class_def_raw
class_def_raw:
  |? 'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE ${colon_expected}
  |? a='class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT ${block_expected("class definition")}
  | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block

function_def:
  | decorators function_def_raw
  | function_def_raw
function_def_raw:
  |? ['async'] a='def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT ${block_expected("function definition")}
  |? ['async'] 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
  | ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block

if_stmt:
  |? 'if' named_expression NEWLINE ${colon_expected}
  |? a='if' named_expression ':' NEWLINE !INDENT ${block_expected("'if' statement")}
  | 'if' named_expression ':' block elif_stmt* [else_block]
elif_stmt:
  |? 'elif' named_expression NEWLINE ${colon_expected}
  |? a='elif' named_expression ':' NEWLINE !INDENT ${block_expected("'elif' statement")}
  | 'elif' named_expression ':' block
else_block:
  |? a='else' ':' NEWLINE !INDENT ${block_expected("'else' statement")}
  | 'else' &&':' block

while_stmt:
  |? 'while' named_expression NEWLINE ${colon_expected}
  |? a='while' named_expression ':' NEWLINE !INDENT ${block_expected("'while' statement")}
  | 'while' named_expression ':' block [else_block]

for_stmt:
  |? ['async'] 'for' star_targets 'in' star_expressions NEWLINE ${colon_expected}
  |? ['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT ${block_expected("'for' statement")}
  | 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
  |? mistaken_for_target
mistaken_for_target: 'async'? 'for' a=star_expressions ${refused_target("for")}

with_stmt:
  |? ['async'] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT ${block_expected("'with' statement")}
  |? ['async'] a='with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT ${block_expected("'with' statement")}
  | ['async'] 'with' '(' ','.with_item+ ','? ')' ':' block
  | ['async'] 'with' ','.with_item+ ':' block
  |? ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE ${colon_expected}
  |? ['async'] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE ${colon_expected}
with_item:
  | expression 'as' star_target &(',' | ')' | ':')
  |? expression 'as' a=expression &(',' | ')' | ':') ${refused_target("assign")}
  | expression

try_stmt:
  |? a='try' ':' NEWLINE !INDENT ${block_expected("'try' statement")}
  |? 'try' ':' block !('except' | 'finally') ${refused_last("expected 'except' or 'finally' block")}
  |? 'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':' ${mixed}
  |? 'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':' ${mixed}
  | 'try' &&':' block finally_block
  | 'try' &&':' block except_block+ [else_block] [finally_block]
  | 'try' &&':' block except_star_block+ [else_block] [finally_block]
except_block:
  |? a='except' expression ['as' NAME] ':' NEWLINE !INDENT ${block_expected("'except' statement")}
  |? a='except' ':' NEWLINE !INDENT ${block_expected("'except' statement")}
  | 'except' expression ['as' NAME] ':' block
  | 'except' ':' block
  |? mistaken_except
except_star_block:
  |? a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT ${block_expected("'except*' statement")}
  | 'except' '*' expression ['as' NAME] ':' block
  |? mistaken_except
mistaken_except:
  |? 'except' '*'? a=expression ',' expressions ['as' NAME] ':' ${refused_from("multiple exception types must be parenthesized")}
  |? 'except' '*'? expression ['as' NAME] NEWLINE ${colon_expected}
  |? 'except' NEWLINE ${colon_expected}
  |? 'except' '*' (NEWLINE | ':') ${refused_last("expected one or more exception types")}
finally_block:
  |? a='finally' ':' NEWLINE !INDENT ${block_expected("'finally' statement")}
  | 'finally' &&':' block

match_stmt:
  | "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
  |? "match" subject_expr NEWLINE ${colon_expected}
  |? a="match" subject_expr ':' NEWLINE !INDENT ${block_expected("'match' statement")}
subject_expr:
  | star_named_expression ',' star_named_expressions?
  | named_expression
case_block:
  |? "case" patterns guard? NEWLINE ${colon_expected}
  |? a="case" patterns guard? ':' NEWLINE !INDENT ${block_expected("'case' statement")}
  | "case" patterns guard? ':' block
guard: 'if' named_expression
`;
