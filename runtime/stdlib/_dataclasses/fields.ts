// The fields of dataclasses: kept beside the classes, those of the bases first.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { NotImplementedError, TypeError } from "../../builtins/exceptions/index.ts";
import { Tuple } from "../../builtins/tuple.ts";

/** What a dataclass knows of one of its fields. */
export class Field {
  static readonly __module__: string = "dataclasses";
  readonly name: string;
  readonly init: boolean;
  readonly repr: boolean;
  readonly compare: boolean;
  readonly kw_only: boolean;

  constructor(name: string, options: Omit<Field, "name">) {
    this.name = name;
    this.init = options.init;
    this.repr = options.repr;
    this.compare = options.compare;
    this.kw_only = options.kw_only;
  }
}

const known = new WeakMap<Function, readonly Field[]>();

export function note_fields(cls: Function, own: readonly Field[]): readonly Field[] {
  const all = new Map(fields_of(Object.getPrototypeOf(cls)).map((each) => [each.name, each]));
  for (const each of own) all.set(each.name, each);
  const found = [...all.values()];
  known.set(cls, found);
  return found;
}

/** The fields of a class or of the nearest dataclass above it. */
export function fields_of(cls: unknown): readonly Field[] {
  return found_fields(cls) ?? [];
}

/** The fields of a dataclass or of an instance of one. TypeError for anything else. */
export function fields(class_or_instance: Dynamic): Tuple<Field> {
  const found = found_fields(class_of(class_or_instance));
  if (found === null) throw new TypeError("must be called with a dataclass type or instance");
  return Tuple.from_iterable(found);
}

export function is_dataclass(obj: unknown): boolean {
  return found_fields(class_of(obj)) !== null;
}

/** Whether the value is an instance of a dataclass, not a dataclass itself. */
export function is_instance(value: unknown): value is object {
  return typeof value === "object" && value !== null && is_dataclass(value);
}

/** Says how a field is made; in the bodies of dataclasses the compiler reads it. NotImplementedError elsewhere. */
export function field(_options: Record<string, Dynamic> = {}): Dynamic {
  throw new NotImplementedError("field() outside of a dataclass's body");
}

function class_of(value: Dynamic): unknown {
  return typeof value === "function" ? value : value?.constructor;
}

function found_fields(cls: unknown): readonly Field[] | null {
  for (let at = cls; typeof at === "function"; at = Object.getPrototypeOf(at)) {
    const found = known.get(at);
    if (found !== undefined) return found;
  }
  return null;
}
