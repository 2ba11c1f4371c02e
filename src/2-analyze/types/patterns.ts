// Patterns of `match`: what a pattern that has matched binds, and what it tells of the subject.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Type } from "../../facts/types.ts";
import { instance_part } from "./instance-test.ts";
import type { Inference } from "./inference.ts";
import { narrow } from "./refine.ts";
import { Dict, List, members, NONE, UNKNOWN } from "./values.ts";

/** Binds the names of a pattern that has matched a value of the type. */
export function match_pattern(inference: Inference, pattern: ast.Pattern, type: Type): void {
  switch (pattern.tag) {
    case "MatchValue":
      inference.of(pattern.value);
      return;
    case "MatchSingleton":
    case "MatchStar":
      return;
    case "MatchSequence":
      return match_sequence(inference, pattern, type);
    case "MatchMapping":
      return match_mapping(inference, pattern, type);
    case "MatchClass":
      return match_class(inference, pattern, type);
    case "MatchAs": {
      const inner = pattern.pattern === null ? type : tested_part(inference, pattern.pattern, type);
      if (pattern.pattern !== null) match_pattern(inference, pattern.pattern, type);
      if (pattern.name !== null) bind(inference, pattern, inner);
      return;
    }
    case "MatchOr":
      for (const one of pattern.patterns) match_pattern(inference, one, type);
      return;
  }
}

/** The part of a type that the pattern lets through. */
export function tested_part(inference: Inference, pattern: ast.Pattern, type: Type): Type {
  switch (pattern.tag) {
    case "MatchClass":
      return instance_part(inference, type, inference.of(pattern.cls), true, pattern);
    case "MatchSingleton":
      if (pattern.value.type !== "None" || type.type === "unknown") return type;
      return members(type).some((member) => member.type === "none") ? NONE : type;
    case "MatchAs":
      return pattern.pattern === null ? type : tested_part(inference, pattern.pattern, type);
    case "MatchOr":
      return inference.heap.join_all(
        pattern.patterns.map((one) => tested_part(inference, one, type)),
      );
    default:
      return type;
  }
}

export function matched(inference: Inference, pattern: ast.Pattern, subject: ast.Expression): void {
  const type = inference.last(subject);
  match_pattern(inference, pattern, type);
  narrow(inference, subject, (before) => tested_part(inference, pattern, before));
}

/** Only `case None` and `case C()` without further conditions exclude anything when they fail. */
export function unmatched(
  inference: Inference,
  pattern: ast.Pattern,
  subject: ast.Expression,
): void {
  if (pattern.tag === "MatchSingleton" && pattern.value.type === "None") {
    narrow(inference, subject, (type) =>
      type.type === "unknown"
        ? type
        : inference.heap.join_all(members(type).filter((member) => member.type !== "none")),
    );
  }
  if (pattern.tag !== "MatchClass" || pattern.patterns.length > 0) return;
  if (pattern.kwd_patterns.length > 0) return;
  const tested = inference.of(pattern.cls);
  narrow(inference, subject, (type) => instance_part(inference, type, tested, false, pattern));
}

function bind(inference: Inference, node: ast.Pattern, type: Type): void {
  inference.bind(inference.module.scopes.defined_by(node), type);
}

function match_sequence(inference: Inference, pattern: ast.MatchSequence, type: Type): void {
  const has_star = pattern.patterns.some(({ tag }) => tag === "MatchStar");
  const sequences = members(type).filter(
    (member) => member.type !== "str" && member.type !== "bytes",
  );
  const all = type.type === "unknown" ? UNKNOWN : inference.heap.join_all(sequences);
  pattern.patterns.forEach((one, index) => {
    if (one.tag === "MatchStar") {
      if (one.name === null) return;
      const cell = inference.program.site(one);
      inference.heap.store(cell, inference.element(all));
      return bind(inference, one, new List(cell));
    }
    const exact = sequences.map((member) =>
      member.type === "tuple" && !has_star && member.elements.length === pattern.patterns.length
        ? (member.elements[index] ?? UNKNOWN)
        : inference.element(member),
    );
    const element = type.type === "unknown" ? UNKNOWN : inference.heap.join_all(exact);
    match_pattern(inference, one, element);
  });
}

function match_mapping(inference: Inference, pattern: ast.MatchMapping, type: Type): void {
  for (const key of pattern.keys) inference.of(key);
  const dict = type instanceof Dict ? type : null;
  const value = dict === null ? UNKNOWN : inference.heap.read(dict.values);
  if (dict === null) inference.heap.escape(type);
  for (const one of pattern.patterns) match_pattern(inference, one, value);
  if (pattern.rest === null) return;
  if (dict === null) return bind(inference, pattern, UNKNOWN);
  const [keys, values] = [
    inference.program.site(pattern, "keys"),
    inference.program.site(pattern, "values"),
  ];
  inference.heap.store(keys, inference.heap.read(dict.keys));
  inference.heap.store(values, value);
  bind(inference, pattern, new Dict(keys, values));
}

function match_class(inference: Inference, pattern: ast.MatchClass, type: Type): void {
  const part = tested_part(inference, pattern, type);
  const is_value = part.type !== "unknown" && members(part).every(({ type: tag }) => SELF.has(tag));
  for (const one of pattern.patterns) {
    if (!is_value) inference.heap.escape(part);
    match_pattern(inference, one, is_value ? part : UNKNOWN);
  }
  pattern.kwd_patterns.forEach((one, index) => {
    match_pattern(inference, one, inference.attribute(part, pattern.kwd_attrs[index] ?? ""));
  });
}

/** `case int(x)`: built-in types match their single positional pattern against the value itself. */
const SELF = new Set<Type["type"]>([
  "int",
  "bool",
  "float",
  "str",
  "bytes",
  "bytearray",
  "list",
  "tuple",
  "dict",
  "set",
  "frozenset",
]);
