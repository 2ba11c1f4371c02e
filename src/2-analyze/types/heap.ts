// Joins types, fills cells and says who must look again. Whoever loses sight of a value lets it escape.
import type { Type } from "../../facts/types.ts";
import { hull, widened } from "../ranges/interval.ts";
import { Cell, type Reader } from "./cell.ts";
import { parts } from "./parts.ts";
import {
  AsyncGenerator,
  Dict,
  Generator,
  Int,
  int,
  is_flat,
  is_never,
  is_unknown,
  List,
  members,
  NEVER,
  RangeOf,
  RuntimeInstance,
  SetOf,
  tuple,
  tuple_of,
  UNKNOWN,
} from "./values.ts";

const MOST_MEMBERS = 8;
const DEEPEST = 6;

/** What happens to functions and classes that code unknown to us can call. */
export interface EscapeHandler {
  function_escapes(type: Extract<Type, { type: "function" | "bound_method" }>): void;
  class_escapes(type: Extract<Type, { type: "class" }>): void;
  instance_escapes(type: Extract<Type, { type: "instance" }>): void;
}

export class Heap {
  /** Who reads now: is noted in every cell that is read. */
  reader: Reader | null = null;
  private readonly queue: (reader: Reader) => void;
  private readonly on_escape: EscapeHandler;

  constructor(queue: (reader: Reader) => void, on_escape: EscapeHandler) {
    this.queue = queue;
    this.on_escape = on_escape;
  }

  read(cell: Cell): Type {
    const root = cell.root;
    if (this.reader !== null) root.read_by(this.reader);
    return root.value;
  }

  store(cell: Cell, type: Type): void {
    const root = cell.root;
    if (root.leaks) this.escape(type);
    if (type === root.value || is_never(type)) return;
    const closed = this.reaches(type, root, 0) ? this.lost(type) : type;
    const joined = this.join(root.value, closed);
    this.grow(root.root, joined);
  }

  /** The type itself unless it is nested deeper than the analysis follows. */
  bounded(type: Type): Type {
    return is_deeper(type, DEEPEST) ? this.lost(type) : type;
  }

  /** Something takes elements out of the lists; `inner`: out of those that lie in it as well. */
  shrink(type: Type, inner = false): void {
    for (const member of members(type)) {
      if (member instanceof List) {
        if (member.cell.root.shrinks && inner) continue;
        member.cell.root.shrinks = true;
      }
      if (!inner) continue;
      for (const part of parts(member))
        this.shrink(part instanceof Cell ? part.root.value : part, true);
    }
  }

  /** Everything that `from` ever holds, `to` holds too. */
  flow(from: Cell, to: Cell): void {
    if (from.root === to.root || from.root.targets.has(to)) return;
    from.root.flow_to(to);
    this.store(to, from.root.value);
  }

  leak(cell: Cell): void {
    const root = cell.root;
    if (root.leaks) return;
    root.leaks = true;
    this.escape(root.value);
  }

  unify(left: Cell, right: Cell): void {
    const root = left.root;
    const other = right.root;
    if (root === other) return;
    other.merged_into = root;
    const before = root.value;
    for (const reader of other.readers) root.read_by(reader);
    for (const target of other.targets) root.flow_to(target);
    root.growths = Math.max(root.growths, other.growths);
    root.shrinks ||= other.shrinks;
    if (root.leaks !== other.leaks) {
      root.leaks = true;
      this.escape(before);
      this.escape(other.value);
    }
    const joined = this.join(before, other.value);
    const closed = this.reaches(joined, root, 0) ? this.lost(joined) : joined;
    root.root.value = before;
    this.grow(root.root, closed);
    if (!this.is_same(other.value, root.root.value)) this.wake(root.root);
  }

  join(left: Type, right: Type): Type {
    if (left === right || is_never(right)) return left;
    if (is_never(left)) return right;
    if (is_unknown(left)) return this.lost_again(right);
    if (is_unknown(right)) return this.lost_again(left);
    if (left.type !== "union" && right.type !== "union") {
      if (are_alike(left, right)) return this.join_alike(left, right);
      return { type: "union", members: [left, right] };
    }
    const types: Type[] = [];
    for (const type of [...members(left), ...members(right)]) {
      const at = types.findIndex((each) => are_alike(each, type));
      const known = types[at];
      if (known === undefined) types.push(type);
      else types[at] = this.join_alike(known, type);
    }
    if (types.some(is_unknown) || types.length > MOST_MEMBERS) {
      for (const type of types) this.escape(type);
      return UNKNOWN;
    }
    const [only] = types;
    if (types.length === 1 && only !== undefined) return only;
    if (left.type === "union" && is_same_list(types, left.members)) return left;
    return { type: "union", members: types };
  }

  join_all(types: Iterable<Type>): Type {
    let joined = NEVER;
    for (const type of types) joined = this.join(joined, type);
    return joined;
  }

  /** At a loop's head: ranges that still grow jump ahead. */
  widen(before: Type, next: Type, is_fine = false): Type {
    if (before === next) return next;
    if (before instanceof Int && next instanceof Int)
      return int(widened(before.range, next.range, is_fine));
    if (before instanceof RangeOf && next instanceof RangeOf) {
      return new RangeOf(widened(before.range, next.range));
    }
    if (before.type === "tuple" && next.type === "tuple") {
      const { elements } = before;
      return tuple(
        next.elements.map((type, index) => this.widen(elements[index] ?? type, type, is_fine)),
      );
    }
    if (next.type !== "union") {
      const mine = members(before).find((type) => type.type === next.type);
      return mine === undefined || mine === before ? next : this.widen(mine, next, is_fine);
    }
    const old = members(before).toReversed();
    return {
      type: "union",
      members: next.members.map((type) =>
        this.widen(old.find((each) => are_alike(each, type)) ?? type, type, is_fine),
      ),
    };
  }

  /** Code that we do not know may change the value, or call it. */
  escape(type: Type): void {
    switch (type.type) {
      case "list":
      case "set":
        return type instanceof List || type instanceof SetOf ? this.open(type.cell) : undefined;
      case "dict":
        if (!(type instanceof Dict)) return;
        this.open(type.keys);
        return this.open(type.values);
      case "runtime_instance":
        if (type instanceof RuntimeInstance) type.cells.forEach((cell) => this.open(cell));
        return;
      case "union":
        return type.members.forEach((member) => this.escape(member));
      case "tuple":
        return type.elements.forEach((element) => this.escape(element));
      case "tuple_of":
      case "iterator":
      case "frozenset":
        return this.escape(type.element);
      case "coroutine":
        return this.escape(type.returns);
      case "generator":
        this.escape(type.returns);
        if (type instanceof Generator) this.open(type.sent);
        return this.escape(type.yields);
      case "async_generator":
        if (type instanceof AsyncGenerator) this.open(type.sent);
        return this.escape(type.yields);
      case "function":
        return this.on_escape.function_escapes(type);
      case "callable":
        if (type.remembers === undefined) return;
        return this.on_escape.function_escapes({ type: "function", node: type.remembers });
      case "bound_method":
        this.escape(type.receiver);
        return this.on_escape.function_escapes(type);
      case "runtime_method":
        return this.escape(type.receiver);
      case "class":
        return this.on_escape.class_escapes(type);
      case "instance":
        return this.on_escape.instance_escapes(type);
      default:
        return;
    }
  }

  is_same(left: Type, right: Type): boolean {
    if (left === right) return true;
    if (left.type !== right.type || is_flat(left) !== is_flat(right)) return false;
    if (is_found(left) !== is_found(right)) return false;
    if (left instanceof Int && right instanceof Int) {
      return left.range.min === right.range.min && left.range.max === right.range.max;
    }
    if (left instanceof RangeOf && right instanceof RangeOf) {
      return left.range.min === right.range.min && left.range.max === right.range.max;
    }
    if (left.type === "union" && right.type === "union") {
      return (
        left.members.length === right.members.length &&
        left.members.every((member) =>
          right.members.some((other) => are_alike(member, other) && this.is_same(member, other)),
        )
      );
    }
    if (!are_alike(left, right)) return false;
    const mine = parts(left);
    const theirs = parts(right);
    return (
      mine.length === theirs.length &&
      mine.every((part, index) => this.is_part(part, theirs[index]))
    );
  }

  private is_part(left: Type | Cell, right: Type | Cell | undefined): boolean {
    if (right === undefined) return false;
    if (left instanceof Cell || right instanceof Cell) {
      return left instanceof Cell && right instanceof Cell && left.root === right.root;
    }
    return this.is_same(left, right);
  }

  private lost(type: Type): Type {
    this.escape(type);
    return UNKNOWN;
  }

  /** Joined with what is unknown: of an object that was found in there nothing new is lost. */
  private lost_again(type: Type): Type {
    for (const member of members(type)) if (!is_found(member)) this.escape(member);
    return UNKNOWN;
  }

  private open(cell: Cell): void {
    const root = cell.root;
    if (is_unknown(root.value)) return;
    const held = root.value;
    this.grow(root, UNKNOWN);
    this.escape(held);
  }

  private grow(root: Cell, joined: Type): void {
    if (this.is_same(joined, root.value)) return;
    root.growths += 1;
    root.value = root.growths > 3 ? this.widen(root.value, joined, true) : joined;
    this.wake(root);
  }

  private wake(root: Cell): void {
    for (const reader of root.readers) this.queue(reader);
    for (const target of root.targets) this.store(target, root.value);
  }

  /** Would the cell hold itself? Then its type would have no end. */
  private reaches(type: Type, cell: Cell, depth: number): boolean {
    if (depth > DEEPEST) return true;
    if (type.type === "union")
      return type.members.some((member) => this.reaches(member, cell, depth));
    return parts(type).some((part) => {
      if (!(part instanceof Cell)) return this.reaches(part, cell, depth + 1);
      return part.root === cell || this.reaches(part.root.value, cell, depth + 1);
    });
  }

  private join_alike(left: Type, right: Type): Type {
    if (left === right) return left;
    switch (left.type) {
      case "str":
        return is_flat(right) ? left : right;
      case "instance":
        return is_found(left) ? right : left;
      case "int":
        return left instanceof Int && right instanceof Int ? join_ints(left, right) : left;
      case "list":
        return left instanceof List && right instanceof List
          ? this.unified(left, left.cell, right.cell)
          : left;
      case "set":
        return left instanceof SetOf && right instanceof SetOf
          ? this.unified(left, left.cell, right.cell)
          : left;
      case "dict":
        if (!(left instanceof Dict && right instanceof Dict)) return left;
        this.unify(left.keys, right.keys);
        return this.unified(left, left.values, right.values);
      case "runtime_instance":
        if (left instanceof RuntimeInstance && right instanceof RuntimeInstance)
          left.cells.forEach((cell, index) => this.unify(cell, right.cells[index] ?? cell));
        return left;
      case "generator": {
        if (!(left instanceof Generator && right instanceof Generator)) return left;
        this.unify(left.sent, right.sent);
        const yields = this.join(left.yields, right.yields);
        return new Generator(yields, left.sent, this.join(left.returns, right.returns));
      }
      case "async_generator":
        if (!(left instanceof AsyncGenerator && right instanceof AsyncGenerator)) return left;
        this.unify(left.sent, right.sent);
        return new AsyncGenerator(this.join(left.yields, right.yields), left.sent);
      default:
        return this.join_immutable(left, right);
    }
  }

  private join_immutable(left: Type, right: Type): Type {
    switch (left.type) {
      case "tuple":
      case "tuple_of":
        return this.join_tuples(left, right);
      case "iterator":
        if (right.type !== "iterator") return left;
        return { type: "iterator", element: this.join(left.element, right.element) };
      case "frozenset":
        if (right.type !== "frozenset") return left;
        return { type: "frozenset", element: this.join(left.element, right.element) };
      case "coroutine":
        if (right.type !== "coroutine") return left;
        return { type: "coroutine", returns: this.join(left.returns, right.returns) };
      case "callable": {
        if (right.type !== "callable") return left;
        const returns = this.join(left.returns, right.returns);
        return { ...left, parameters: null, returns };
      }
      case "bound_method":
        if (right.type !== "bound_method") return left;
        return { ...left, receiver: this.join(left.receiver, right.receiver) };
      case "runtime_method":
        if (right.type !== "runtime_method") return left;
        return { ...left, receiver: this.join(left.receiver, right.receiver) };
      default:
        return left;
    }
  }

  private join_tuples(left: Type, right: Type): Type {
    if (left.type === "tuple" && right.type === "tuple") {
      const { elements } = right;
      if (left.elements.length === elements.length) {
        return tuple(left.elements.map((type, index) => this.join(type, elements[index] ?? type)));
      }
    }
    return tuple_of(this.join(this.any_element(left), this.any_element(right)));
  }

  private any_element(type: Type): Type {
    if (type.type === "tuple") return this.join_all(type.elements);
    return type.type === "tuple_of" ? type.element : NEVER;
  }

  private unified(result: Type, left: Cell, right: Cell): Type {
    this.unify(left, right);
    return result;
  }
}

function is_found(type: Type): boolean {
  return type.type === "instance" && type.is_found === true;
}

function join_ints(left: Int, right: Int): Type {
  const both = hull(left.range, right.range);
  return both === left.range ? left : both === right.range ? right : int(both);
}

/** Members of a union that are alike are joined into one. */
function are_alike(left: Type, right: Type): boolean {
  switch (left.type) {
    case "function":
    case "class":
    case "instance":
    case "bound_method":
      return right.type === left.type && right.node === left.node;
    case "callable":
      return right.type === "callable" && right.remembers === left.remembers;
    case "runtime_function":
    case "runtime_class":
    case "runtime_instance":
      return right.type === left.type && right.name === left.name && right.module === left.module;
    case "runtime_method":
      return (
        right.type === "runtime_method" &&
        right.name === left.name &&
        right.class_name === left.class_name &&
        right.module === left.module
      );
    case "module":
      return right.type === "module" && right.name === left.name;
    case "tuple":
    case "tuple_of":
      return right.type === "tuple" || right.type === "tuple_of";
    default:
      return right.type === left.type;
  }
}

function is_deeper(type: Type, depth: number): boolean {
  if (depth === 0) return true;
  if (type.type === "union") return type.members.some((member) => is_deeper(member, depth));
  return parts(type).some((part) => !(part instanceof Cell) && is_deeper(part, depth - 1));
}

function is_same_list(left: readonly Type[], right: readonly Type[]): boolean {
  return left.length === right.length && left.every((type, index) => type === right[index]);
}
