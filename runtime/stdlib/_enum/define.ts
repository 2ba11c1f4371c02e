// define_members(): makes members of the static fields of a class.
import { call_method } from "../../builtins/attributes/call-method.ts";
import { call } from "../../builtins/calls/call.ts";
import { NATIVE_NEW } from "../../builtins/classes/native-new-key.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import type { int } from "../../builtins/int.ts";
import { integer_value } from "../../builtins/numbers/kinds.ts";
import { keep_primitive } from "../../builtins/primitive.ts";
import { repr } from "../../builtins/representation.ts";
import { tuple } from "../../builtins/sequences/tuple-type.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { member, nonmember } from "./auto.ts";
import { bit_length, bits_below, is_single_bit, or_ } from "./bits.ts";
import { data_type_of } from "./data-type.ts";
import { drafts_of, is_member_value } from "./drafts.ts";
import { is_flag_class } from "./kinds.ts";
import { type BoundaryName, inherited_table, keep_table, Table } from "./table.ts";

export interface EnumerationOptions {
  /** What flags do with bits that no member has: STRICT, CONFORM, EJECT or KEEP. */
  readonly boundary?: BoundaryName | { readonly value: string } | null;
}

/**
 * Closes an enumeration: `static { enumeration(this); }` behind the last member. From then on `new Color(1)` is the
 * member of that value. TypeError for a class that extends one with members.
 */
export function define_members(cls: Dynamic, { boundary }: EnumerationOptions = {}): void {
  const parent: Function = Object.getPrototypeOf(cls);
  const above = inherited_table(parent);
  if (above !== null && above.names.length > 0)
    throw new TypeError(`<enum '${cls.name}'> cannot extend ${repr(parent)}`);
  const drafts = drafts_of(cls);
  const table = new Table(boundary_name(boundary) ?? above?.boundary);
  const is_flag = is_flag_class(cls);
  for (const name of Object.getOwnPropertyNames(cls)) {
    const value: unknown = name === "prototype" ? null : cls[name];
    if (value instanceof nonmember) Object.defineProperty(cls, name, { value: value.value });
    else if (value instanceof member) {
      const blank: object = Object.create(cls.prototype);
      drafts.add(blank, value);
      Object.defineProperty(cls, name, { value: blank });
    }
  }
  const found = Object.getOwnPropertyNames(cls).flatMap((name) => {
    const value: unknown = name === "prototype" ? null : cls[name];
    const draft = typeof value === "object" && value !== null ? drafts.find(value) : undefined;
    return draft === undefined ? [] : [{ name, draft }];
  });
  keep_table(cls, table);
  const made = new Map<object, Dynamic>();
  for (const { name, draft } of found) {
    const { blank, raw } = draft;
    if (is_member_value(draft)) {
      // `CRIMSON = RED` stands in the class body as the same object.
      const one: Dynamic = made.get(blank) ?? add_member(cls, table, name, draft, is_flag);
      made.set(blank, one);
      table.members.set(name, one);
      fix(cls, name, one);
    } else {
      Object.defineProperty(cls, name, { value: raw instanceof nonmember ? raw.value : raw });
    }
  }
  hide_new(cls);
  if (is_flag) {
    const values = table.canonical().map((each) => each._value_ as number);
    table.is_in_order_of_value = values.every(
      (value, at) => at === 0 || Number(values[at - 1]) <= Number(value),
    );
  }
}

function boundary_name(boundary: EnumerationOptions["boundary"]): BoundaryName | undefined {
  if (boundary == null) return undefined;
  return (typeof boundary === "string" ? boundary : boundary.value) as BoundaryName;
}

function fix(cls: object, name: string, value: unknown): void {
  Object.defineProperty(cls, name, {
    value,
    enumerable: true,
    writable: false,
    configurable: false,
  });
}

function add_member(
  cls: Dynamic,
  table: Table,
  name: string,
  { blank, raw }: { readonly blank: object; readonly raw: Dynamic },
  is_flag: boolean,
): Dynamic {
  const type = data_type_of(cls);
  const args = arguments_of(raw, type);
  const made: Dynamic = made_member(cls, type, blank, args);
  if (!Object.hasOwn(made, "_value_")) made._value_ = type === null ? raw : call(type, ...args);
  made._name_ = name;
  hide(made, "__objclass__", cls);
  if (typeof made.__init__ === "function") call_method(made, "__init__", ...args);
  hide(made, "_sort_order_", table.names.length);
  const value: Dynamic = made._value_;
  if (is_flag) count_bits(table, value);
  const known: Dynamic = table.find(value);
  if (known === undefined && (!is_flag || is_single_bit(value))) table.names.push(name);
  const kept = known ?? made;
  table.add_value(value, kept);
  return kept;
}

/** Tuples are the arguments, but where a member is a tuple. */
function arguments_of(raw: Dynamic, type: Dynamic): readonly Dynamic[] {
  return raw instanceof Tuple && type !== tuple ? [...raw] : [raw];
}

function made_member(
  cls: Dynamic,
  type: Dynamic,
  blank: object,
  args: readonly Dynamic[],
): Dynamic {
  const own: Dynamic = cls.__new__ ?? cls[NEW_MEMBER];
  if (typeof own === "function") return call(own, cls, ...args);
  if (type === null) return blank;
  if (NATIVE_NEW in cls) return cls[NATIVE_NEW](cls, ...args);
  keep_primitive(blank, type(...args));
  return blank;
}

/** A class's own `__new__` makes members; calling the class looks one up from then on. */
function hide_new(cls: Dynamic): void {
  if (!Object.hasOwn(cls, "__new__")) return;
  Object.defineProperty(cls, NEW_MEMBER, { value: cls.__new__ });
  Object.defineProperty(cls, "__new__", { value: undefined, configurable: true });
}

const NEW_MEMBER: unique symbol = Symbol("_new_member_");

/** There, but nothing that `console.log` should show. */
export function hide(member: object, name: string, value: unknown): void {
  Object.defineProperty(member, name, { value, writable: true, configurable: true });
}

function count_bits(table: Table, value: Dynamic): void {
  const bits = integer_value(value) as int | null;
  if (bits !== null) {
    table.flag_mask = or_(table.flag_mask, bits);
    if (is_single_bit(bits)) table.singles_mask = or_(table.singles_mask, bits);
  }
  table.all_bits = bits_below(bit_length(table.flag_mask));
}
