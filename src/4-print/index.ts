// target → text: what the pipeline asks of this stage.
export { format } from "./format.ts";
export { print, type Printed, type PrintOptions } from "./print.ts";
export type { SourceMap } from "./source-map.ts";
