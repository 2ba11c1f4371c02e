// What emitted code imports of iteration, unpacking and generators.
export { all, any } from "./any-all.ts";
export { aiter, anext, async_generator } from "./async-generator.ts";
export { finalized, keep_open_async } from "./async-leaving.ts";
export { enumerate } from "./enumerate.ts";
export { filter } from "./filter.ts";
export { generator } from "./generator.ts";
export { iter, keep_open } from "./iter.ts";
export { map } from "./map.ts";
export { max, min, type ExtremeOptions } from "./min-max.ts";
export { next } from "./next.ts";
export { reversed } from "./reversed.ts";
export { sum } from "./sum.ts";
export { sum_with } from "./sum-with.ts";
export { unpack, unpack_star } from "./unpack.ts";
export { yield_from } from "./yield-from.ts";
export { zip, type ZipOptions } from "./zip.ts";
export { zip_with } from "./zip-with.ts";
