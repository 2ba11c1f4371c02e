// What emitted code imports of dicts.
export { dict } from "./dict-type.ts";
export { Dict } from "./dict.ts";
export type { MappingSource } from "./source.ts";
export { DictItems, DictKeys, DictValues } from "./views.ts";
