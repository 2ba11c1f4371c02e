// Looking up the members of the program's classes.
import type { Type } from "../../facts/types.ts";
import { mro, with_subclasses } from "../program/mro.ts";
import type { Base, ClassRecord, Family, FunctionRecord } from "../program/records.ts";
import type { Inference } from "./inference.ts";

/** Has the class (or one below it) a method of the name, or may it have one that we can't see? */
export function has_method(inference: Inference, type: Type, name: string): boolean {
  if (type.type !== "instance") return false;
  const record = inference.program.class(type.node);
  return methods_of(record, name).length > 0;
}

/** The methods that a call on an instance of the class (or of one below it) may reach. */
export function methods_of(record: ClassRecord, name: string): readonly FunctionRecord[] {
  const known = methods_by_name.get(record) ?? new Map<string, readonly FunctionRecord[]>();
  methods_by_name.set(record, known);
  const methods = known.get(name) ?? find_methods(record, name);
  known.set(name, methods);
  return methods;
}

/** The tables of a class don't change once the program is prepared. */
const methods_by_name = new WeakMap<ClassRecord, Map<string, readonly FunctionRecord[]>>();

function find_methods(record: ClassRecord, name: string): FunctionRecord[] {
  const found = new Set<FunctionRecord>();
  for (const one of with_subclasses(record)) {
    const method = method_of(one, name);
    if (method !== null) found.add(method);
  }
  return [...found];
}

/** Setters of the property that an assignment to an attribute may reach. */
export function setters_of(record: ClassRecord, name: string): readonly FunctionRecord[] {
  return family_traits(record).setters.get(name) ?? [];
}

/** The method that the class itself gives its instances. */
export function method_of(record: ClassRecord, name: string): FunctionRecord | null {
  for (const one of mro(record)) {
    const method = one.methods.get(name);
    if (method !== undefined) return method;
  }
  return null;
}

/** What `super().name` may mean in a method of the class, whatever class the object is of. */
export function super_methods(record: ClassRecord, name: string): FunctionRecord[] {
  const found = new Set<FunctionRecord>();
  for (const one of with_subclasses(record)) {
    const order = mro(one);
    for (const above of order.slice(order.indexOf(record) + 1)) {
      const method = above.methods.get(name);
      if (method === undefined) continue;
      found.add(method);
      break;
    }
  }
  return [...found];
}

/** The runtime classes that a class inherits from, in any generation. */
export function runtime_bases(record: ClassRecord): Extract<Base, { kind: "runtime" }>[] {
  return mro(record).flatMap((one) =>
    one.bases.flatMap((base) => (base.kind === "runtime" ? [base] : [])),
  );
}

/** Is anything about the class, or about one of its family, out of sight? */
export function is_opaque(record: ClassRecord): boolean {
  return family_traits(record).is_opaque;
}

/** Does anything of the runtime stand above the class, or above one of its family? */
export function has_runtime_base(record: ClassRecord): boolean {
  return family_traits(record).has_runtime_base;
}

interface FamilyTraits {
  readonly is_opaque: boolean;
  readonly has_runtime_base: boolean;
  readonly setters: ReadonlyMap<string, readonly FunctionRecord[]>;
}

/** Families may have thousands of members (all tests of a project): they are looked through once. */
const traits_of_families = new WeakMap<Family, FamilyTraits>();

function family_traits({ family }: ClassRecord): FamilyTraits {
  const known = traits_of_families.get(family);
  if (known !== undefined) return known;
  const setters = new Map<string, FunctionRecord[]>();
  for (const member of family.members)
    for (const [name, setter] of member.setters)
      setters.set(name, [...(setters.get(name) ?? []), setter]);
  const traits = {
    is_opaque: family.members.some((member) => member.is_opaque),
    has_runtime_base: family.members.some(({ bases }) =>
      bases.some(({ kind }) => kind === "runtime"),
    ),
    setters,
  };
  traits_of_families.set(family, traits);
  return traits;
}
