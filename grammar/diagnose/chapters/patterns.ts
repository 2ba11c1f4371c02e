// Patterns of the match statement.
import { type Action, chapter, one } from "../notation.ts";
import { pieces } from "../found.ts";
import { Failure } from "../../failure.ts";
import { refused } from "./messages.ts";

export const patterns = chapter`
patterns:
  | open_sequence_pattern
  | pattern
pattern:
  | as_pattern
  | or_pattern
as_pattern:
  | or_pattern 'as' pattern_capture_target
  |? or_pattern 'as' a="_" ${refused("cannot use '_' as a target")}
  |? or_pattern 'as' !NAME a=expression ${refused("invalid pattern target")}
or_pattern: '|'.closed_pattern+ -> Pattern
closed_pattern (memo):
  | literal_pattern
  | pattern_capture_target
  | "_"
  | attr !('.' | '(' | '=')
  | '(' pattern ')'
  | sequence_pattern
  | mapping_pattern
  | class_pattern
literal_pattern:
  | signed_number !('+' | '-')
  | complex_number
  | strings
  | 'None'
  | 'True'
  | 'False'
literal_expr:
  | signed_number !('+' | '-')
  | complex_number
  | strings
  | 'None'
  | 'True'
  | 'False'
complex_number:
  | signed_real_number '+' imaginary_number
  | signed_real_number '-' imaginary_number
signed_number:
  | NUMBER
  | '-' NUMBER
signed_real_number:
  | real_number
  | '-' real_number
real_number: a=NUMBER ${part_of_complex(false, "real number required in complex literal")}
imaginary_number: a=NUMBER ${part_of_complex(true, "imaginary number required in complex literal")}
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
attr (memo): NAME '.' NAME < '.' NAME >
name_or_attr:
  | attr
  | NAME
sequence_pattern:
  | '[' maybe_sequence_pattern? ']'
  | '(' open_sequence_pattern? ')'
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: ','.maybe_star_pattern+ ','?
maybe_star_pattern:
  | star_pattern
  | pattern
star_pattern (memo):
  | '*' pattern_capture_target
  | '*' "_"
mapping_pattern:
  | '{' '}'
  | '{' double_star_pattern ','? '}'
  | '{' items_pattern ',' double_star_pattern ','? '}'
  | '{' items_pattern ','? '}'
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_expr | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern:
  | name_or_attr '(' ')'
  | name_or_attr '(' positional_patterns ','? ')'
  | name_or_attr '(' keyword_patterns ','? ')'
  | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')'
  |? name_or_attr '(' [positional_patterns ','] keyword_patterns ',' a=positional_patterns ${positional_behind}
positional_patterns: ','.pattern+
keyword_patterns: ','.keyword_pattern+
keyword_pattern: NAME '=' pattern
`;

function positional_behind(...[machine, names]: Parameters<Action>): never {
  const found = pieces(names["a"]);
  const first = found[0];
  if (first === undefined) throw new Error("no pattern was found");
  return machine.refuse("positional patterns follow keyword patterns", first, found.at(-1));
}

function part_of_complex(is_imaginary: boolean, message: string): Action {
  return (machine, names) => {
    const a = one(names, "a");
    if (/j$/i.test(machine.image(a.first)) === is_imaginary) return a;
    throw new Failure(message, a.start, a.end);
  };
}
