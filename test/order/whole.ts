// The whole Python text of a program: what all share, its definitions, and how it is run.
import { readFileSync } from "node:fs";
import { python_text } from "./print.ts";
import type { Program } from "./program.ts";

const prelude = read("prelude.py");
const epilogue = read("epilogue.py");

export function whole_python_text(program: Program): string {
  return `${prelude}\n\n${python_text(program)}\n${epilogue}`;
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
