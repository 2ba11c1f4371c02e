// target → text: what the pipeline asks of this stage.
export { format } from "./format.ts";
export { with_inline_map, with_map_file } from "./map-comment.ts";
export { print, type Printed, type PrintOptions } from "./print.ts";
export { realign } from "./realign.ts";
export type { Rough } from "./writer.ts";
export type { SourceMap } from "./source-map.ts";
