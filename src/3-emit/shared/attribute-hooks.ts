// Classes that decide themselves what reading or setting an attribute means: `__getattr__`, `__setattr__`, `__slots__` …
import type * as ast from "../../../grammar/ast/index.ts";
import type { Emit } from "../emit.ts";
import { is_marker } from "./construction.ts";

/** `__getattribute__` of the class, of one above it or of one below sees every read. */
export function watches_reads(node: ast.ClassDef, emit: Emit): boolean {
  return in_line(node, emit, (each) => has(each, "__getattribute__", emit));
}

/** Some class of the program gives attributes that it does not have: any object may be of it. */
export function some_class_watches_reads(emit: Emit): boolean {
  return hooks_of(emit).watches_reads;
}

/** Stores go through `__setattr__`, or only some names have a place. */
export function watches_stores(node: ast.ClassDef, name: string, emit: Emit): boolean {
  return in_line(
    node,
    emit,
    (each) =>
      has(each, "__setattr__", emit) ||
      has_unknown_base(each, emit) ||
      lacks_slot(each, name, emit),
  );
}

/** Some class of the program decides about stores: an object of which nothing is known may be of it. */
export function some_class_watches_stores(name: string, emit: Emit): boolean {
  const { watches_stores: watches, slotted, by_name } = hooks_of(emit);
  if (watches) return true;
  let found = by_name.get(name);
  if (found === undefined) {
    found = slotted.some((each) => lacks_slot(each, name, emit));
    by_name.set(name, found);
  }
  return found;
}

interface Hooks {
  readonly watches_reads: boolean;
  readonly watches_stores: boolean;
  /** The classes with `__slots__`. */
  readonly slotted: readonly ast.ClassDef[];
  /** Whether one of those has no slot of the name. */
  readonly by_name: Map<string, boolean>;
}

/** All classes of the program are looked at once. */
const hooks = new WeakMap<readonly ast.ClassDef[], Hooks>();

function hooks_of(emit: Emit): Hooks {
  const { program } = emit.facts.classes;
  const before = hooks.get(program);
  if (before !== undefined) return before;
  const made = {
    watches_reads: program.some(
      (each) => has(each, "__getattribute__", emit) || has(each, "__getattr__", emit),
    ),
    watches_stores: program.some((each) => has(each, "__setattr__", emit)),
    slotted: program.filter((each) => slots_of(each) !== null),
    by_name: new Map<string, boolean>(),
  };
  hooks.set(program, made);
  return made;
}

/** The class has `__slots__`, and none for the name. */
function lacks_slot(node: ast.ClassDef, name: string, emit: Emit): boolean {
  const slots = slots_of(node);
  if (slots === null) return false;
  return slots === "unknown" || !(slots.has(name) || has_slot_above(node, name, emit));
}

function has_slot_above(node: ast.ClassDef, name: string, emit: Emit): boolean {
  return emit.facts.classes.info(node).bases.some((base) => {
    if (base.type !== "class") return false;
    const slots = slots_of(base.node);
    const has_own = slots === null || (slots !== "unknown" && slots.has(name));
    return has_own || has_slot_above(base.node, name, emit);
  });
}

const known = new WeakMap<ast.ClassDef, ReadonlySet<string> | "unknown" | null>();

/** The names that the class lists; `null` where it has no `__slots__`. */
function slots_of(node: ast.ClassDef): ReadonlySet<string> | "unknown" | null {
  let found = known.get(node);
  if (found === undefined) {
    found = read_slots(node);
    known.set(node, found);
  }
  return found;
}

function read_slots(node: ast.ClassDef): ReadonlySet<string> | "unknown" | null {
  for (const statement of node.body) {
    if (statement.tag !== "Assign") continue;
    if (!statement.targets.some((to) => to.tag === "Name" && to.id === "__slots__")) continue;
    const { value } = statement;
    const items = value.tag === "Tuple" || value.tag === "List" ? value.elts : [value];
    const names = items.map((item) =>
      item.tag === "Constant" && item.value.type === "str" ? item.value.value : null,
    );
    return names.every((name) => name !== null) ? new Set(names) : "unknown";
  }
  return null;
}

function has(node: ast.ClassDef, name: string, emit: Emit): boolean {
  const { methods, class_attributes } = emit.facts.classes.info(node);
  // `__getattr__ = dict.__getitem__` does as well.
  return methods.has(name) || class_attributes.has(name);
}

function has_unknown_base(node: ast.ClassDef, emit: Emit): boolean {
  const { bases } = emit.facts.classes.info(node);
  return bases.some(
    (base, index) => base.type === "unknown" && !is_marker(base, node.bases[index]),
  );
}

/** The class, those above it, or those below it. */
function in_line(
  node: ast.ClassDef,
  emit: Emit,
  matches: (node: ast.ClassDef) => boolean,
): boolean {
  const seen = new Set<ast.ClassDef>();
  const above = (each: ast.ClassDef): boolean => {
    if (seen.has(each)) return false;
    seen.add(each);
    if (matches(each)) return true;
    const { bases } = emit.facts.classes.info(each);
    return bases.some((base) => base.type === "class" && above(base.node));
  };
  const below = new Set([node]);
  for (const each of below) {
    if (above(each)) return true;
    for (const subclass of emit.facts.classes.info(each).subclasses) below.add(subclass);
  }
  return false;
}
