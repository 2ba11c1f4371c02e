// Simple statements, and what goes wrong in them.
import { chapter } from "../notation.ts";
import { refused, refused_from, refused_kind, refused_last, refused_target } from "./messages.ts";

export const simple_statements = chapter`
simple_stmts:
  | simple_stmt !';' NEWLINE
  | ';'.simple_stmt+ [';'] NEWLINE
simple_stmt (memo):
  | assignment
  | &"type" type_alias
  | star_expressions
  | 'return' [star_expressions]
  | &('import' | 'from') import_stmt
  | 'raise' expression ['from' expression]
  | 'raise'
  | 'pass'
  | &'del' del_stmt
  | yield_expr
  | 'assert' expression [',' expression]
  | 'break'
  | 'continue'
  | 'global' ','.NAME+
  | 'nonlocal' ','.NAME+

assignment:
  | NAME ':' expression ['=' annotated_rhs]
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
  | (star_targets '=')+ annotated_rhs !'='
  | single_target augassign ~ annotated_rhs
  |? a=annotated_display ':' expression ${refused_kind((name) => `only single target (not ${name}) can be annotated`)}
  |? a=star_named_expression ',' star_named_expressions* ':' expression ${refused("only single target (not tuple) can be annotated")}
  |? a=expression ':' expression ${refused("illegal target for annotation")}
  |? (star_targets '=')* a=star_expressions '=' ${refused_target("assign")}
  |? (star_targets '=')* a=yield_expr '=' ${refused("assignment to yield expression not possible")}
  |? a=star_expressions augassign annotated_rhs ${refused_kind((name) => `'${name}' is an illegal expression for augmented assignment`)}
annotated_display:
  | list
  | tuple
  | '(' a=annotated_display ')' -> a
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='

del_stmt:
  | 'del' del_targets &(';' | NEWLINE)
  |? 'del' a=star_expressions ${refused_target("del")}

import_stmt (memo):
  |? a='import' ','.dotted_name+ 'from' dotted_name ${refused_from("Did you mean to use 'from ... import ...' instead?")}
  |? 'import' a=NEWLINE ${refused_from("Expected one or more names after 'import'")}
  | 'import' ','.dotted_as_name+
  | 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets:
  | '(' import_from_as_names [','] ')'
  | import_from_as_names !','
  | '*'
  |? import_from_as_names ',' NEWLINE ${refused_last("trailing comma not allowed without surrounding parentheses")}
  |? a=NEWLINE ${refused_from("Expected one or more names after 'import'")}
import_from_as_names: ','.import_from_as_name+
import_from_as_name: NAME ['as' NAME]
dotted_as_name: dotted_name ['as' NAME]
dotted_name (memo): NAME < '.' NAME >

type_alias: "type" NAME [type_params] '=' expression
`;
