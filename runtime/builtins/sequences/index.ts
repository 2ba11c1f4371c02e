// What emitted code imports of lists, tuples, ranges, slices and subscripts.
export { contains } from "./contains.ts";
export { len, type Sized } from "./len.ts";
export { generic_alias, GenericAlias } from "./generic-alias.ts";
export { List } from "./list-class.ts";
export { list } from "./list.ts";
export { fill_slice, slice_length } from "./list-slice.ts";
export { index_error, pop_error, settable, within } from "./places.ts";
export { Range, range } from "./range.ts";
export { Slice, slice } from "./slice.ts";
export { sorted, type SortOptions } from "./sort.ts";
export { delitem, getitem, setitem, type Subscriptable } from "./subscript.ts";
export { tuple } from "./tuple-type.ts";
