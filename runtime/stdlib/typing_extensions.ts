// typing_extensions: the names of typing, for older versions of Python.
export * from "./typing.ts";
