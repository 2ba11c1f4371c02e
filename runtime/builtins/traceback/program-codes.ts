// The functions of the program by name: where they are defined, as the maps of its files tell.
import { imported_files, mapped_codes, type MappedCode } from "../../platform/stack-frames.ts";
import { main_module_url } from "../main-module.ts";

export type { MappedCode } from "../../platform/stack-frames.ts";

let by_name: ReadonlyMap<string, readonly MappedCode[]> | null = null;

/** Functions of that qualname, or of that name wherever they stand. None where the program has no maps. */
export function codes_named(name: string): readonly MappedCode[] {
  by_name ??= collected();
  return by_name.get(name) ?? [];
}

/** Whether anything is known of where the program's functions stand. */
export function has_program_codes(): boolean {
  by_name ??= collected();
  return by_name.size > 0;
}

/** The one function that the name can only mean; one at the top of its module before those inside of others. */
export function code_named(name: string): MappedCode | null {
  const found = codes_named(name);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const tops = found.filter(({ qualname }) => qualname === name);
  return tops.length === 1 ? (tops[0] ?? null) : null;
}

/** Of the main module and all that it imports. */
function collected(): ReadonlyMap<string, readonly MappedCode[]> {
  const found = new Map<string, MappedCode[]>();
  const main = main_module_url();
  const files = new Set<string>(main === null ? [] : [main]);
  for (const file of files) {
    for (const each of mapped_codes(file)) note(found, each);
    for (const imported of imported_files(file)) files.add(imported);
  }
  return found;
}

function note(found: Map<string, MappedCode[]>, code: MappedCode): void {
  if (code.kind === "class" || code.kind === "closure" || code.name === "<module>") return;
  for (const name of new Set([code.name, code.qualname])) {
    const known = found.get(name);
    if (known === undefined) found.set(name, [code]);
    else known.push(code);
  }
}
