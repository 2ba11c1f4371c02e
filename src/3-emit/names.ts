// Which TypeScript name everything bears: the author's names, names of temporaries, names of imports.
import type { Binding, Scope } from "../facts/scopes.ts";
import { is_plain_import } from "./shared/declarations.ts";

/** Words that no variable of a TypeScript module may be called, though Python allows them. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield async of"
  ).split(" "),
);
RESERVED.delete("async");
RESERVED.delete("of");

/** Globals that emitted code itself uses; a program's own variable of that name would hide them. */
const NEEDED_GLOBALS = new Set(
  (
    "Array AsyncGenerator AsyncIterable BigInt Boolean Function Generator Infinity Iterable Iterator Map Math NaN " +
    "Number Object Promise PromiseLike Readonly Record Reflect Set String Symbol globalThis"
  ).split(" "),
);

/** A name of the program as TypeScript accepts it. */
export function safe_name(name: string): string {
  return RESERVED.has(name) || NEEDED_GLOBALS.has(name) ? `${name}_` : name;
}

/** The names of one module. */
export class Names {
  /** Every name that the program binds anywhere in the module, as TypeScript writes it. */
  readonly program: ReadonlySet<string>;
  private readonly temporaries = new Set<string>();
  private readonly imported = new Set<string>();

  constructor(module: Scope) {
    const found = new Set<string>();
    collect(module, found);
    this.program = found;
  }

  /** The name of a variable, function, class or parameter of the program. */
  of(binding: Binding): string {
    const { name, scope } = binding;
    const { node } = scope;
    if (scope.kind === "class" && node.tag === "ClassDef") return `${safe_name(node.name)}.${name}`;
    return safe_name(name);
  }

  /** A name for an import that nothing in the module hides. */
  for_import(name: string): string {
    let local = safe_name(name);
    if (this.program.has(local) || this.temporaries.has(local)) local = `py_${name}`;
    local = numbered(local, (each) => this.program.has(each) || this.imported.has(each));
    this.imported.add(local);
    return local;
  }

  /** A name for a catch clause's parameter: only the clause sees it, so another clause may bear the same. */
  scoped(hint: string): string {
    return this.fresh(hint, () => false);
  }

  /** A name for a temporary that is free in the whole module and not among those that `taken` knows. */
  fresh(hint: string, taken: (name: string) => boolean): string {
    const name = numbered(
      safe_name(hint),
      (each) => this.program.has(each) || this.imported.has(each) || taken(each),
    );
    this.temporaries.add(name);
    return name;
  }
}

function collect(scope: Scope, found: Set<string>): void {
  for (const [name, binding] of scope.bindings) {
    if (scope.kind !== "class" && !is_plain_import(binding)) found.add(safe_name(name));
  }
  for (const child of scope.children) collect(child, found);
}

function numbered(name: string, is_taken: (name: string) => boolean): string {
  if (!is_taken(name)) return name;
  let number = 2;
  while (is_taken(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}
