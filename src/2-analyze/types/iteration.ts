// What iterating, awaiting and subscripting give.
import type { Type } from "../../facts/types.ts";
import { ANY_INT } from "../ranges/interval.ts";
import { as_dict } from "./as-dict.ts";
import { has_method } from "./class-members.ts";
import { enum_element, is_flag } from "./enumerations.ts";
import { arguments_of, type Inference } from "./inference.ts";
import { int_range } from "./operators.ts";
import { runtime_awaited, runtime_element, runtime_item, store_runtime_item } from "./runtime.ts";
import { Dict, Int, int, List, members, NEVER, RangeOf, SetOf, UNKNOWN } from "./values.ts";

const BYTE = { min: 0, max: 255 };

export function element(inference: Inference, iterable: Type): Type {
  const { heap } = inference;
  return heap.join_all(members(iterable).map((member) => element_of(inference, member)));
}

export function async_element(inference: Inference, iterable: Type): Type {
  const results = members(iterable).map((member) => {
    if (member.type === "async_generator") return member.yields;
    if (member.type === "runtime_instance") return runtime_element(inference, member);
    if (!has_method(inference, member, "__aiter__")) return UNKNOWN;
    const none = arguments_of(member);
    const iterator = inference.invoke_method(member, "__aiter__", none);
    if (iterator.type === "async_generator") return iterator.yields;
    return inference.awaited(inference.invoke_method(iterator, "__anext__", none));
  });
  return inference.heap.join_all(results);
}

export function awaited(inference: Inference, awaitable: Type): Type {
  const results = members(awaitable).map((member) => {
    if (member.type === "coroutine") return member.returns;
    if (member.type === "generator") return member.returns;
    if (member.type === "runtime_instance") return runtime_awaited(inference, member);
    if (!has_method(inference, member, "__await__")) return UNKNOWN;
    const iterator = inference.invoke_method(member, "__await__", arguments_of(member));
    return iterator.type === "generator" ? iterator.returns : UNKNOWN;
  });
  return inference.heap.join_all(results);
}

export function subscript(inference: Inference, container: Type, index: Type, site: object): Type {
  const results = members(container).map((member) =>
    index.type === "slice"
      ? slice_of(inference, member, site)
      : item_of(inference, member, index, site),
  );
  return inference.heap.join_all(results);
}

export function store_item(
  inference: Inference,
  container: Type,
  index: Type,
  value: Type,
  site: object,
): void {
  const { heap } = inference;
  for (const member of members(container)) {
    if (member instanceof List) {
      if (!members(index).every((one) => int_range(one) !== null)) heap.shrink(member);
      heap.store(member.cell, index.type === "slice" ? inference.element(value) : value);
      continue;
    }
    const dict = as_dict(member);
    if (dict !== null) {
      heap.store(dict.keys, index);
      heap.store(dict.values, value);
    } else if (has_method(inference, member, "__setitem__")) {
      inference.invoke_method(member, "__setitem__", arguments_of(site, index, value));
    } else if (!is_deque(member) || !store_runtime_item(inference, member, index, value)) {
      if (member.type === "runtime_instance") heap.escape(member);
      heap.escape(index);
      heap.escape(value);
    }
  }
}

function element_of(inference: Inference, member: Type): Type {
  const { heap } = inference;
  if (member instanceof List || member instanceof SetOf) return heap.read(member.cell);
  if (member instanceof Dict) return heap.read(member.keys);
  if (member instanceof RangeOf)
    return member.range.min > member.range.max ? NEVER : int(member.range);
  switch (member.type) {
    case "str":
      return member;
    case "bytes":
    case "bytearray":
      return new Int(BYTE);
    case "tuple":
      return heap.join_all(member.elements);
    case "tuple_of":
    case "iterator":
    case "frozenset":
      return member.element;
    case "generator":
      return member.yields;
    case "range":
      return int(ANY_INT);
    case "runtime_instance":
      return runtime_element(inference, member);
    case "instance":
      return of_instance(inference, member);
    case "class":
      return enum_element(inference, member) ?? UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function of_instance(inference: Inference, member: Type): Type {
  if (is_flag(inference, member)) return member;
  if (!has_method(inference, member, "__iter__")) return UNKNOWN;
  const iterator = inference.invoke_method(member, "__iter__", arguments_of(member));
  const results = members(iterator).map((one) =>
    one.type === "instance"
      ? inference.invoke_method(one, "__next__", arguments_of(one))
      : element_of(inference, one),
  );
  return inference.heap.join_all(results);
}

function slice_of(inference: Inference, member: Type, site: object): Type {
  if (member instanceof List) {
    const cell = inference.program.site(site, "slice");
    inference.heap.store(cell, inference.heap.read(member.cell));
    return new List(cell);
  }
  if (member.type === "tuple" || member.type === "tuple_of") {
    return { type: "tuple_of", element: element_of(inference, member) };
  }
  if (member.type === "str" || member.type === "bytes" || member.type === "bytearray")
    return member;
  if (member instanceof RangeOf) return member;
  return by_method(inference, member, { type: "slice" }, site);
}

function item_of(inference: Inference, member: Type, index: Type, site: object): Type {
  const { heap } = inference;
  const dict = as_dict(member);
  if (dict !== null) {
    // A key that is missing is put in.
    if (member.type === "runtime_instance" && member.name === "defaultdict")
      heap.store(dict.keys, index);
    return heap.read(dict.values);
  }
  if (is_deque(member)) return runtime_item(inference, member, index) ?? UNKNOWN;
  const of_enum = enum_element(inference, member);
  if (of_enum !== null) return of_enum;
  const is_int = members(index).every((one) => int_range(one) !== null);
  if (!is_int) {
    return is_sequence(member)
      ? any_item(inference, member)
      : by_method(inference, member, index, site);
  }
  if (member.type === "tuple") {
    const range = index instanceof Int ? index.range : null;
    if (range !== null && range.min === range.max) {
      return member.elements.at(range.min) ?? NEVER;
    }
  }
  if (is_sequence(member)) return element_of(inference, member);
  return by_method(inference, member, index, site);
}

/** Its declaration says of an item all there is to say. */
function is_deque(member: Type): boolean {
  return (
    member.type === "runtime_instance" && member.module === "collections" && member.name === "deque"
  );
}

/** With an index that may be a slice, the result may be one too. */
function any_item(inference: Inference, member: Type): Type {
  inference.heap.escape(element_of(inference, member));
  return UNKNOWN;
}

function is_sequence(member: Type): boolean {
  return (
    member instanceof List ||
    member.type === "tuple" ||
    member.type === "tuple_of" ||
    member.type === "str" ||
    member.type === "bytes" ||
    member.type === "bytearray" ||
    member.type === "range"
  );
}

function by_method(inference: Inference, member: Type, index: Type, site: object): Type {
  if (has_method(inference, member, "__getitem__")) {
    return inference.invoke_method(member, "__getitem__", arguments_of(site, index));
  }
  if (member.type === "runtime_instance") inference.heap.escape(member);
  inference.heap.escape(index);
  return UNKNOWN;
}
