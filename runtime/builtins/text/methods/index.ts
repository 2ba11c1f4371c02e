// Python's methods of strings as functions of the string.
export * from "./case.ts";
export * from "./pad.ts";
export * from "./predicates.ts";
export * from "./replace.ts";
export * from "./search.ts";
export * from "./split.ts";
export * from "./strip.ts";
