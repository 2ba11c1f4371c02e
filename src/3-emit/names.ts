// Which TypeScript name everything bears: the author's names, names of temporaries, names of imports.
import type { Binding, Scope } from "../facts/scopes.ts";
import { is_plain_import } from "./shared/declarations.ts";
import { safe_name, type Spelling } from "./spelling.ts";

/** The names of one module. */
export class Names {
  /** Every name that the program binds anywhere in the module, as TypeScript writes it. */
  readonly program: ReadonlySet<string>;
  private readonly spelling: Spelling;
  private readonly temporaries = new Set<string>();
  private readonly imported = new Set<string>();

  constructor(module: Scope, spelling: Spelling) {
    const found = new Set<string>();
    collect(module, spelling, found);
    this.program = found;
    this.spelling = spelling;
  }

  /** The name of a variable, function, class or parameter of the program. */
  of(binding: Binding): string {
    const { name, scope } = binding;
    const { node } = scope;
    if (scope.kind === "class" && node.tag === "ClassDef") return `${safe_name(node.name)}.${name}`;
    return this.spelling.of(name);
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

function collect(scope: Scope, spelling: Spelling, found: Set<string>): void {
  for (const [name, binding] of scope.bindings) {
    if (scope.kind !== "class" && !is_plain_import(binding)) found.add(spelling.of(name));
  }
  for (const child of scope.children) collect(child, spelling, found);
}

function numbered(name: string, is_taken: (name: string) => boolean): string {
  if (!is_taken(name)) return name;
  let number = 2;
  while (is_taken(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}
