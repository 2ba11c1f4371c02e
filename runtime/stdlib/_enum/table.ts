// What an enumeration knows of its members: by name, by value, in order of definition.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { eq } from "../../builtins/equality.ts";
import { TypeError } from "../../builtins/exceptions/index.ts";
import type { int } from "../../builtins/int.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { truth } from "../../builtins/truth.ts";

const TABLE: unique symbol = Symbol("enumeration");
const ABSENT: unique symbol = Symbol("absent");

/** What flags do with bits that no member has. */
export type BoundaryName = "strict" | "conform" | "eject" | "keep";

export class Table {
  /** Canonical members, in the order of their definition. */
  readonly names: string[] = [];
  /** All names, aliases among them. */
  readonly members: Map<string, Dynamic> = new Map();
  /** Flags: the bits of all members, those of single-bit members, and all up to the highest. */
  flag_mask: int = 0;
  singles_mask: int = 0;
  all_bits: int = 0;
  is_in_order_of_value = true;
  readonly boundary: BoundaryName;
  private readonly by_value = new Dict<Dynamic, Dynamic>();
  /** Values that can't be hashed are looked for one by one. */
  private readonly unhashable: [value: Dynamic, member: Dynamic][] = [];

  constructor(boundary: BoundaryName = "strict") {
    this.boundary = boundary;
  }

  /** The member of the value, or `undefined`. */
  find(value: Dynamic): Dynamic {
    const found: unknown = this.in_values(value);
    if (found !== null) return found === ABSENT ? undefined : found;
    return this.unhashable.find(([known]) => truth(eq(known, value)))?.[1];
  }

  add_value(value: Dynamic, member: Dynamic): void {
    const found = this.in_values(value);
    if (found === null) this.unhashable.push([value, member]);
    else if (found === ABSENT) this.by_value.set(value, member);
  }

  canonical(): Dynamic[] {
    return this.names.map((name) => this.members.get(name));
  }

  /** `null` for what can't be hashed. */
  private in_values(value: Dynamic): Dynamic {
    try {
      return this.by_value.get(value, ABSENT);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }
}

/** The table of a class whose members are there; `null` for one that is being defined, or is no enumeration. */
export function table_of(cls: Function): Table | null {
  return Object.hasOwn(cls, TABLE) ? (Reflect.get(cls, TABLE) as Table) : null;
}

/** The nearest table above a class. */
export function inherited_table(cls: Function): Table | null {
  return (Reflect.get(cls, TABLE) as Table | undefined) ?? null;
}

export function keep_table(cls: Function, table: Table): void {
  Object.defineProperty(cls, TABLE, { value: table });
}
