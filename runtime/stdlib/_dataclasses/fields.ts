// The fields of dataclasses: kept beside the classes, those of the bases first.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { NotImplementedError, TypeError } from "../../builtins/exceptions/index.ts";
import { call } from "../../builtins/calls/call.ts";
import type { Dict } from "../../builtins/mappings/dict.ts";
import { repr } from "../../builtins/representation.ts";
import { MISSING } from "./markers.ts";
import { Tuple } from "../../builtins/tuple.ts";

/** What a dataclass knows of one of its fields. */
export class Field {
  static readonly __module__: string = "dataclasses";
  readonly name: string;
  readonly init: boolean;
  readonly repr: boolean;
  readonly compare: boolean;
  readonly kw_only: boolean;
  /** `null`: as `compare` says. */
  readonly hash: boolean | null;
  readonly metadata: Dict<string, Dynamic>;
  /** Only a parameter of `__init__`. */
  readonly is_init_var: boolean;
  /** Its floats are kept as plain numbers. */
  readonly is_plain: boolean;

  readonly #annotation: (() => Dynamic) | null;
  readonly #made: FieldDefault | null;

  constructor(
    name: string,
    options: Omit<Field, "name" | "type" | "default" | "default_factory" | "__repr__">,
    annotation: (() => Dynamic) | null = null,
    made: FieldDefault | null = null,
  ) {
    this.name = name;
    this.init = options.init;
    this.repr = options.repr;
    this.compare = options.compare;
    this.kw_only = options.kw_only;
    this.hash = options.hash;
    this.metadata = options.metadata;
    this.is_init_var = options.is_init_var;
    this.is_plain = options.is_plain;
    this.#annotation = annotation;
    this.#made = made;
  }

  get type(): Dynamic {
    if (this.#annotation === null) throw not_kept("type");
    return this.#annotation();
  }

  get default(): Dynamic {
    if (this.#made === null) throw not_kept("default");
    return "value" in this.#made ? this.#made.value() : MISSING;
  }

  get default_factory(): Dynamic {
    if (this.#made === null) throw not_kept("default_factory");
    return "factory" in this.#made ? this.#made.factory() : MISSING;
  }

  __repr__(): string {
    const shown: readonly (readonly [string, Dynamic])[] = [
      ["name", this.name],
      ["type", this.type],
      ["default", this.default],
      ["default_factory", this.default_factory],
      ["init", this.init],
      ["repr", this.repr],
      ["hash", this.hash],
      ["compare", this.compare],
    ];
    const parts = shown.map(([name, value]) => `${name}=${repr(value)}`);
    const metadata = `metadata=mappingproxy(${repr(this.metadata)})`;
    const kind = this.is_init_var ? "_FIELD_INITVAR" : "_FIELD";
    return `Field(${[...parts, metadata, `kw_only=${repr(this.kw_only)}`, `_field_type=${kind}`].join(",")})`;
  }
}

/** How a field is made where the caller gives nothing: by neither, there is no default. */
export type FieldDefault =
  | { readonly value: () => Dynamic }
  | { readonly factory: () => Dynamic }
  | { readonly is_missing: true };

function not_kept(name: string): NotImplementedError {
  return new NotImplementedError(`the ${name} of a dataclass's field is not kept`);
}

const known = new WeakMap<Function, readonly Field[]>();

export function note_fields(cls: Function, own: readonly Field[]): readonly Field[] {
  const above = found_fields(Object.getPrototypeOf(cls)) ?? [];
  const all = new Map(above.map((each) => [each.name, each]));
  for (const each of own) all.set(each.name, each);
  const found = [...all.values()];
  known.set(cls, found);
  return found;
}

/** The fields of a class or of the nearest dataclass above it. */
export function fields_of(cls: unknown): readonly Field[] {
  return (found_fields(cls) ?? []).filter((each) => !each.is_init_var);
}

/** The fields of a dataclass or of an instance of one. TypeError for anything else. */
export function fields(class_or_instance: Dynamic): Tuple<Field> {
  const found = found_fields(class_of(class_or_instance));
  if (found === null) throw new TypeError("must be called with a dataclass type or instance");
  return Tuple.from_iterable(found.filter((each) => !each.is_init_var));
}

export function is_dataclass(obj: unknown): boolean {
  return found_fields(class_of(obj)) !== null;
}

/** Whether the value is an instance of a dataclass, not a dataclass itself. */
export function is_instance(value: unknown): value is object {
  return typeof value === "object" && value !== null && is_dataclass(value);
}

/** What `field(…)` says outside of a class body, for `make_dataclass`. */
export class FieldOptions {
  readonly init: boolean;
  readonly repr: boolean;
  readonly compare: boolean;
  private readonly options: Readonly<Record<string, Dynamic>>;

  constructor(options: Readonly<Record<string, Dynamic>>) {
    this.options = options;
    this.init = options["init"] ?? true;
    this.repr = options["repr"] ?? true;
    this.compare = options["compare"] ?? true;
  }

  get has_default(): boolean {
    return "default" in this.options || "default_factory" in this.options;
  }

  value(): Dynamic {
    if ("default_factory" in this.options) return call(this.options["default_factory"]);
    return this.options["default"] ?? null;
  }
}

/** Says how a field is made; in the bodies of dataclasses the compiler reads it. */
export function field(options: Readonly<Record<string, Dynamic>> = {}): Dynamic {
  return new FieldOptions(options);
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
