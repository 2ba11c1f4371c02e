// How TypeScript spells the names that a module binds: what it forbids gets another name, `camel` writes `fetchPage`.
import type { Binding, Scope } from "../facts/scopes.ts";

/** `keep`: the author's names; `camel`: variables, functions and parameters as TypeScript's own are called. */
export type Naming = "keep" | "camel";

/** Words that no variable of a TypeScript module may be called, though Python allows them. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

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

/** For which parameter of Python's the runtime takes one that it reads in a function's text: `default_` for `default`. */
export function read_name(spelt: string): string {
  const word = spelt.slice(0, -1);
  return spelt.endsWith("_") && RESERVED.has(word) && !KEYWORDS.has(word) ? word : spelt;
}

/** Words of both languages: no name of Python's. */
const KEYWORDS: ReadonlySet<string> = new Set(
  "await break class continue else finally for if import in return try while with yield".split(" "),
);

export interface Spelling {
  /** The name as TypeScript's variables, functions and parameters of this module, and its exports, bear it. */
  of(name: string): string;
  /** The function by which other modules assign the variable. */
  setter(variable: string): string;
}

const KEPT: Spelling = { of: safe_name, setter: (variable) => `set_${variable}` };

const camel_spellings = new WeakMap<Scope, Spelling>();

/** The spelling of the module with that scope; it is the same for those that import of it. */
export function spelling_of(module: Scope, naming: Naming = "keep"): Spelling {
  if (naming === "keep") return KEPT;
  const spelling = camel_spellings.get(module) ?? camel_spelling(module);
  camel_spellings.set(module, spelling);
  return spelling;
}

/** Two names that would become one keep theirs. */
function camel_spelling(module: Scope): Spelling {
  const found: Found = { names: new Set(), kept: new Set() };
  collect(module, found);
  const takers = new Map<string, number>();
  for (const name of found.names) {
    const camel = camel_case(name);
    takers.set(camel, (takers.get(camel) ?? 0) + 1);
  }
  const spell = (name: string): string => {
    const camel = camel_case(name);
    const is_own = found.names.has(name) && !found.kept.has(name);
    return safe_name(is_own && takers.get(camel) === 1 ? camel : name);
  };
  return { of: spell, setter: (variable) => camel_case(`set_${spell(variable)}`) };
}

interface Found {
  /** All that variables of the module and its functions are called. */
  readonly names: Set<string>;
  /** What has its name from elsewhere, and classes. */
  readonly kept: Set<string>;
}

function collect(scope: Scope, found: Found): void {
  const variables = scope.kind === "class" ? [] : scope.bindings.values();
  for (const binding of variables) {
    found.names.add(binding.name);
    if (keeps_name(binding)) found.kept.add(binding.name);
  }
  for (const child of scope.children) collect(child, found);
}

/** Classes, type parameters, and what the runtime exports under that name. */
function keeps_name({ name, scope, imported, definitions }: Binding): boolean {
  if (scope.kind === "type_parameters") return true;
  if (imported !== null) return imported.origin !== "user" && imported.name === name;
  return definitions.some(({ tag }) => tag === "ClassDef" || tag === "TypeAlias");
}

/** `fetch_page` → `fetchPage`, `_page_no` → `_pageNo`; constants, `__dunder__` and `class_` stay. */
function camel_case(name: string): string {
  if (!/\p{Ll}/u.test(name) || /^__.*__$/.test(name) || /^_*\p{Lu}/u.test(name)) return name;
  return name.replaceAll(/(?<=[^_])_+([^_])/gu, (_, letter: string) => letter.toUpperCase());
}
