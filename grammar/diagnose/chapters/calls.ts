// Arguments of calls: misplaced generators, keywords and stars.
import { chapter, type Names, one } from "../notation.ts";
import type { Machine } from "../machine.ts";
import { type Found, pieces } from "../found.ts";
import { refused, refused_from, refused_last } from "./messages.ts";

export const calls = chapter`
arguments (memo):
  | a=args [','] &')' -> a
  |? mistaken_arguments
args:
  | ','.(starred_expression | (assignment_expression | a=expression !':=' -> a) !'=')+ [',' kwargs] -> Arguments
  | kwargs -> Arguments
kwargs:
  | ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
  | ','.kwarg_or_starred+
  | ','.kwarg_or_double_starred+
starred_expression:
  |? a='*' expression '=' b=expression ${refused("cannot assign to iterable argument unpacking")}
  | '*' expression -> Starred
  | '*' ${refused_last("Invalid star expression")}
kwarg_or_starred:
  |? mistaken_keyword
  | NAME '=' expression -> Keyword
  | starred_expression
kwarg_or_double_starred:
  |? mistaken_keyword
  | NAME '=' expression -> Keyword
  | '**' expression -> Unpacking
mistaken_arguments:
  |? ((','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs) | kwargs) a=',' ','.(starred_expression !'=')+ ${refused_from("iterable argument unpacking follows keyword argument unpacking")}
  |? a=expression b=for_if_clauses ',' [args | expression for_if_clauses] ${bare_generator}
  |? a=NAME b='=' expression for_if_clauses ${refused("invalid syntax. Maybe you meant '==' or ':=' instead of '='?")}
  |? [(args ',')] a=NAME b='=' &(',' | ')') ${refused("expected argument value expression")}
  |? a=args b=for_if_clauses ${bare_generator_behind}
  |? args ',' a=expression b=for_if_clauses ${bare_generator}
  |? a=args ',' args ${positional_behind}
mistaken_keyword:
  |? a=('True' | 'False' | 'None') b='=' ${assigned_constant}
  |? a=NAME b='=' expression for_if_clauses ${refused("invalid syntax. Maybe you meant '==' or ':=' instead of '='?")}
  |? !(NAME '=') a=expression b='=' ${refused('expression cannot contain assignment, perhaps you meant "=="?')}
  |? a='**' expression '=' b=expression ${refused("cannot assign to keyword argument unpacking")}
`;

const unparenthesised = "Generator expression must be parenthesized";

function bare_generator(machine: Machine, names: Names): never {
  return machine.refuse(unparenthesised, one(names, "a"), last_of_clauses(names));
}

/** `f(a, x for x in y)`: the arguments before the clauses end with what is repeated. */
function bare_generator_behind(machine: Machine, names: Names): undefined {
  const positional = one(names, "a").parts.filter(
    ({ kind }) => kind !== "Keyword" && kind !== "Unpacking",
  );
  const last = positional.at(-1);
  if (positional.length <= 1 || last === undefined) return undefined;
  machine.refuse(unparenthesised, last, last_of_clauses(names));
}

/** The last condition, or what is iterated over. */
function last_of_clauses(names: Names): Found {
  const clause = pieces(names["b"]).at(-1);
  const last = clause?.parts.at(-1);
  if (last === undefined) throw new Error("a clause without parts");
  return last;
}

function positional_behind(machine: Machine, names: Names): never {
  const is_unpacking = one(names, "a").parts.some(({ kind }) => kind === "Unpacking");
  const what = is_unpacking ? "keyword argument unpacking" : "keyword argument";
  return machine.refuse_last(`positional argument follows ${what}`);
}

function assigned_constant(machine: Machine, names: Names): never {
  const a = one(names, "a");
  return machine.refuse(`cannot assign to ${machine.image(a.first)}`, a, one(names, "b"));
}
