// What CPython's symbol table and compiler refuse in a tree that its grammar accepts.
import type { Module } from "../ast/module.ts";
import type { PythonSyntaxError } from "../failure.ts";
import { CompoundStatementChecks } from "./compound-statements.ts";
import { check_future } from "./future.ts";

/** The first error that `compile` would raise for this tree. Linear in the tree. */
export function check(module: Module): readonly PythonSyntaxError[] {
  const checks = new CompoundStatementChecks();
  check_future(module, checks.errors);
  checks.module(module);
  return checks.errors.all;
}
