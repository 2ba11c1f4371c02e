// Python's io: files in memory, and the names of what open() gives.
export { BinaryFile as BufferedReader } from "../builtins/files/binary-file.ts";
export { open } from "../builtins/files/open.ts";
export { TextFile as TextIOWrapper } from "../builtins/files/text-file.ts";
export { UnsupportedOperation } from "../builtins/files/unsupported.ts";
export { BlockingIOError } from "../builtins/exceptions/index.ts";
export { BytesIO } from "./_io/bytes-io.ts";
export { StringIO } from "./_io/string-io.ts";

export const SEEK_SET = 0;
export const SEEK_CUR = 1;
export const SEEK_END = 2;
export const DEFAULT_BUFFER_SIZE = 8192;
