// enum: classes whose members are constants with names.
export { auto, member, nonmember } from "./_enum/auto.ts";
export { FlagBoundary } from "./_enum/boundary.ts";
export { unique } from "./_enum/checks.ts";
export { enum_with } from "./_enum/enum-with.ts";
export { EnumType, EnumType as EnumMeta } from "./_enum/enum-type.ts";
export { Enum } from "./_enum/enum.ts";
export { enumeration } from "./_enum/enumeration.ts";
export { Flag, IntFlag } from "./_enum/flag.ts";
export { IntEnum, ReprEnum, StrEnum } from "./_enum/repr-enum.ts";
export { EnumCheck, verify } from "./_enum/verify.ts";
import { FlagBoundary } from "./_enum/boundary.ts";
import { EnumCheck } from "./_enum/verify.ts";

export const { CONFORM, EJECT, KEEP, STRICT } = FlagBoundary;
export const { CONTINUOUS, NAMED_FLAGS, UNIQUE } = EnumCheck;
