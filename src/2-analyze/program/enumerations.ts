// Which classes of the program are enumerations.
import type { DataType, EnumBase } from "../../facts/enumerations.ts";
import { EnumRecord } from "./enum-record.ts";
import { mro } from "./mro.ts";
import type { ClassRecord } from "./records.ts";

/** `null` for other classes. The hierarchy is linked. */
export function enum_record(record: ClassRecord): EnumRecord | null {
  for (const one of mro(record)) {
    for (const base of one.bases) {
      if (base.kind === "runtime" && base.module === "enum" && is_base(base.name))
        return new EnumRecord(record.node, base.name, data_type(record, base.name));
    }
  }
  return null;
}

const DATA_TYPES: Readonly<Partial<Record<EnumBase, "str" | "int">>> = {
  IntEnum: "int",
  IntFlag: "int",
  StrEnum: "str",
};

function is_base(name: string): name is EnumBase {
  return /^(?:Enum|IntEnum|StrEnum|Flag|IntFlag|ReprEnum)$/.test(name);
}

function data_type(record: ClassRecord, base: EnumBase): DataType | null {
  for (const one of mro(record)) {
    for (const above of one.bases) {
      if (above.kind !== "runtime" || above.module === "enum") continue;
      if (above.module !== "builtins") return "other";
      const { name } = above;
      return name === "str" || name === "int" || name === "float" ? name : "other";
    }
  }
  return DATA_TYPES[base] ?? null;
}
