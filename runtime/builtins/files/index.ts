// What emitted code imports of files.
export { BinaryFile } from "./binary-file.ts";
export { input } from "./input.ts";
export { open, type OpenOptions } from "./open.ts";
export { standard_input } from "./standard-input.ts";
export { TextFile } from "./text-file.ts";
export { UnsupportedOperation } from "./unsupported.ts";
