// Parameters of functions and lambdas: the same mistakes, with another token behind the list.
import { type Action, chapter, one } from "../notation.ts";
import { refused, refused_from, refused_last } from "./messages.ts";

const first_slash = refused("at least one argument must precede /");
const second_slash = refused("/ may appear only once");
const late_slash = refused("/ must be ahead of *");
const default_before = refused("parameter without a default follows parameter with a default");
const no_comma = refused("expected comma between / and *");
const default_of_star = refused("var-positional argument cannot have default value");
const default_of_stars = refused("var-keyword argument cannot have default value");
const second_star = refused("* argument may appear only once");
const behind_stars = refused("arguments cannot follow var-keyword argument");
const bare_star = "named arguments must follow bare *";

export const parameters = chapter`
params:
  |? mistaken_params
  | parameters
parameters:
  | slash_no_default param_no_default* param_with_default* [star_etc]
  | slash_with_default param_with_default* [star_etc]
  | param_no_default+ param_with_default* [star_etc]
  | param_with_default+ [star_etc]
  | star_etc
slash_no_default:
  | param_no_default+ '/' ','
  | param_no_default+ '/' &')'
slash_with_default:
  | param_no_default* param_with_default+ '/' ','
  | param_no_default* param_with_default+ '/' &')'
star_etc:
  |? a='*' (')' | ',' (')' | '**')) ${refused(bare_star)}
  |? '*' param a='=' ${default_of_star}
  |? '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') ${second_star}
  | '*' param_no_default param_maybe_default* [kwds]
  | '*' param_no_default_star_annotation param_maybe_default* [kwds]
  | '*' ',' param_maybe_default+ [kwds]
  | kwds
kwds:
  |? '**' param a='=' ${default_of_stars}
  |? '**' param ',' a=param ${behind_stars}
  |? '**' param ',' a=('*' | '**' | '/') ${behind_stars}
  | '**' param_no_default
param_no_default:
  | a=param ',' -> a
  | a=param &')' -> a
param_no_default_star_annotation:
  | param_star_annotation ','
  | param_star_annotation &')'
param_with_default:
  | param default ','
  | param default &')'
param_maybe_default:
  | param default? ','
  | param default? &')'
param: NAME annotation? -> Parameter
param_star_annotation: NAME ':' star_expression
annotation: ':' expression
default:
  | '=' expression
  |? a='=' &(')' | ',') ${refused("expected default value expression")}
mistaken_params:
  |? a='/' ',' ${first_slash}
  |? (slash_no_default | slash_with_default) param_maybe_default* a='/' ${second_slash}
  |? slash_no_default? param_no_default* (slash_with_default | param_with_default+) a=param_no_default ${default_before}
  |? param_no_default* a='(' param_no_default+ ','? b=')' ${refused("Function parameters cannot be parenthesized")}
  |? (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a='/' ${late_slash}
  |? param_maybe_default+ '/' a='*' ${no_comma}

lambda_params:
  |? mistaken_lambda_params
  | lambda_parameters
lambda_parameters:
  | lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* [lambda_star_etc]
  | lambda_slash_with_default lambda_param_with_default* [lambda_star_etc]
  | lambda_param_no_default+ lambda_param_with_default* [lambda_star_etc]
  | lambda_param_with_default+ [lambda_star_etc]
  | lambda_star_etc
lambda_slash_no_default:
  | lambda_param_no_default+ '/' ','
  | lambda_param_no_default+ '/' &':'
lambda_slash_with_default:
  | lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc:
  |? '*' (':' | ',' (':' | '**')) ${refused_last(bare_star)}
  |? '*' lambda_param a='=' ${default_of_star}
  |? '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') ${second_star}
  | '*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds]
  | '*' ',' lambda_param_maybe_default+ [lambda_kwds]
  | lambda_kwds
lambda_kwds:
  |? '**' lambda_param a='=' ${default_of_stars}
  |? '**' lambda_param ',' a=lambda_param ${behind_stars}
  |? '**' lambda_param ',' a=('*' | '**' | '/') ${behind_stars}
  | '**' lambda_param_no_default
lambda_param_no_default:
  | a=lambda_param ',' -> a
  | a=lambda_param &':' -> a
lambda_param_with_default:
  | lambda_param default ','
  | lambda_param default &':'
lambda_param_maybe_default:
  | lambda_param default? ','
  | lambda_param default? &':'
lambda_param: NAME -> Parameter
mistaken_lambda_params:
  |? a='/' ',' ${first_slash}
  |? (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/' ${second_slash}
  |? lambda_slash_no_default? lambda_param_no_default* (lambda_slash_with_default | lambda_param_with_default+) a=lambda_param_no_default ${default_before}
  |? lambda_param_no_default* a='(' ','.lambda_param+ ','? b=')' ${refused("Lambda expression parameters cannot be parenthesized")}
  |? (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a='/' ${late_slash}
  |? lambda_param_maybe_default+ '/' a='*' ${no_comma}

type_params:
  |? '[' a=']' ${refused_from("Type parameter list cannot be empty")}
  | '[' ','.type_param+ [','] ']'
type_param (memo):
  | NAME [':' expression] ['=' expression]
  |? '*' NAME a=':' b=expression ${refused_bound("TypeVarTuple")}
  |? '**' NAME a=':' b=expression ${refused_bound("ParamSpec")}
  | '*' NAME ['=' star_expression]
  | '**' NAME ['=' expression]
`;

function refused_bound(kind: string): Action {
  return (machine, names) => {
    const what = one(names, "b").kind === "Tuple" ? "constraints" : "bound";
    return machine.refuse_from(`cannot use ${what} with ${kind}`, one(names, "a"));
  };
}
