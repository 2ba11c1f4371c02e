// Python's dataclasses.
export { asdict, astuple } from "./_dataclasses/copies.ts";
export { replace } from "./_dataclasses/replace.ts";
export { dataclass, type DataclassOptions } from "./_dataclasses/dataclass.ts";
export { Field, field, fields, is_dataclass } from "./_dataclasses/fields.ts";
export { InitVar, KW_ONLY, MISSING } from "./_dataclasses/markers.ts";
export { make_dataclass, type MakeDataclassOptions } from "./_dataclasses/make-dataclass.ts";
export { FrozenInstanceError } from "./_dataclasses/frozen.ts";
