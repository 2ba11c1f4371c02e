// Python's pathlib, on POSIX.
export { PurePath, PurePath as PurePosixPath } from "./_pathlib/pure-path.ts";
export { Path, Path as PosixPath } from "./_pathlib/path.ts";
