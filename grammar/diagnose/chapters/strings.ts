// Strings and the replacement fields of f-strings.
import { Failure } from "../../failure.ts";
import { character_named } from "../../../runtime/encodings/character-names.ts";
import { middle_text, string_constant } from "../../literals/strings.ts";
import type { Token } from "../../tokens/token.ts";
import * as t from "../../tokens/vocabulary.ts";
import type { Found, Value } from "../found.ts";
import { type Machine } from "../machine.ts";
import { chapter, type Names, one } from "../notation.ts";
import { refused, refused_next } from "./messages.ts";

export const strings = chapter`
strings (memo): a=literals ${concatenated}
literals: (fstring | string)+ -> Constant
string: a=STRING ${decoded}
fstring: a=FSTRING_START fstring_middle* FSTRING_END ${decoded_pieces}
fstring_middle:
  | fstring_replacement_field
  | FSTRING_MIDDLE
fstring_replacement_field:
  | '{' annotated_rhs '='? a=[fstring_conversion] [':' fstring_format_spec*] '}' ${conversion}
  |? '{' a='=' ${refused("f-string: valid expression required before '='")}
  |? '{' a='!' ${refused("f-string: valid expression required before '!'")}
  |? '{' a=':' ${refused("f-string: valid expression required before ':'")}
  |? '{' a='}' ${refused("f-string: valid expression required before '}'")}
  |? '{' !annotated_rhs ${refused_next("f-string: expecting a valid expression after '{'")}
  |? '{' annotated_rhs !('=' | '!' | ':' | '}') ${refused_next("f-string: expecting '=', or '!', or ':', or '}'")}
  |? '{' annotated_rhs '=' !('!' | ':' | '}') ${refused_next("f-string: expecting '!', or ':', or '}'")}
  |? '{' annotated_rhs '='? mistaken_conversion
  |? '{' annotated_rhs '='? ['!' NAME] !(':' | '}') ${refused_next("f-string: expecting ':' or '}'")}
  |? '{' annotated_rhs '='? ['!' NAME] ':' fstring_format_spec* !'}' ${refused_next("f-string: expecting '}', or format specs")}
  |? '{' annotated_rhs '='? ['!' NAME] !'}' ${refused_next("f-string: expecting '}'")}
mistaken_conversion:
  |? '!' &(':' | '}') ${refused_next("f-string: missing conversion character")}
  |? '!' !NAME ${refused_next("f-string: invalid conversion character")}
fstring_conversion: a='!' b=NAME ${joined_conversion}
fstring_format_spec:
  | FSTRING_MIDDLE
  | fstring_replacement_field
`;

function decoded(machine: Machine, names: Names): Value {
  const a = one(names, "a");
  string_constant(machine.tokens[a.first] as Token, character_named);
  return a;
}

const middle = t.index_of(t.FStringMiddle);

/** Its own text only: what stands in fields was read before. */
function decoded_pieces(machine: Machine, names: Names): Value {
  const { first } = one(names, "a");
  const is_raw = /r/i.test(machine.image(first));
  for (let at = first; at < machine.mark; at++) {
    const token = machine.tokens[at] as Token;
    if (token.tokenTypeIdx === middle)
      middle_text(token, machine.tokens[at + 1] as Token, is_raw, character_named);
  }
  return machine.node("JoinedStr", first, []);
}

/** Bytes and text can't stand side by side: found when the token behind them is known. */
function concatenated(machine: Machine, names: Names): Found {
  const a = one(names, "a");
  let bytes = 0;
  let all = 0;
  let is_formatted = false;
  for (let at = a.first, depth = 0; at < machine.mark; at++) {
    const { tokenTypeIdx, image } = machine.tokens[at] as Token;
    if (tokenTypeIdx === t.index_of(t.FStringEnd)) depth--;
    else if (tokenTypeIdx === t.index_of(t.FStringStart) && depth++ === 0) {
      all++;
      is_formatted = true;
    } else if (tokenTypeIdx === t.index_of(t.StringLiteral) && depth === 0) {
      all++;
      if (/^[^'"]*b/i.test(image)) bytes++;
    }
  }
  if (bytes > 0 && bytes < all) machine.refuse_last("cannot mix bytes and nonbytes literals");
  return is_formatted ? { ...a, kind: "JoinedStr" } : a;
}

function joined_conversion(_machine: Machine, names: Names): Found {
  const [mark, name] = [one(names, "a"), one(names, "b")];
  if (mark.end === name.start) return name;
  // CPython's own spelling
  const message = "f-string: conversion type must come right after the exclamanation mark";
  throw new Failure(message, mark.start, name.end);
}

/** Judged when the whole field is read. */
function conversion(machine: Machine, names: Names): Value {
  const name = names["a"] ?? null;
  if (name === null || !("first" in name)) return null;
  const image = machine.image(name.first);
  if (["r", "s", "a"].includes(image)) return name;
  return machine.refuse(
    `f-string: invalid conversion character '${image}': expected 's', 'r', or 'a'`,
    name,
  );
}
