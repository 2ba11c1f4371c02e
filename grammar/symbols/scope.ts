// A scope as CPython's symbol table keeps it while it is built: what has been said of each name.
import type { Statement } from "../ast/compound-statements.ts";

export type ScopeKind =
  | "module"
  | "class"
  | "function"
  | "async function"
  | "lambda"
  | "comprehension"
  | "type parameters"
  | "type variable"
  | "type alias"
  | "annotation";

export const GLOBAL = 1;
export const NONLOCAL = 2;
export const LOCAL = 4;
export const PARAMETER = 8;
export const USED = 16;
export const ANNOTATED = 32;
export const ITERATION = 64;
export const TYPE_PARAMETER = 128;

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  /** "list comprehension", "a TypeVar bound" …: what CPython calls it in messages. */
  readonly title: string;
  /** The innermost class around: its name is put before private names. */
  readonly class_name: string | null;
  readonly names = new Map<string, number>();
  /** The first global or nonlocal statement that names it. */
  readonly directives = new Map<string, { readonly start: number; readonly end: number }>();
  /** Loops around the current statement, and the `except*` blocks around them. */
  loops = 0;
  blocks = 0;
  /** Of a function. */
  body: readonly Statement[] = [];
  is_generator = false;
  /** Above zero while the iterable of a comprehension is visited. */
  iterables = 0;
  first_value_return: { readonly start: number; readonly end: number } | null = null;

  constructor(kind: ScopeKind, parent: Scope | null, title = "", class_name?: string) {
    this.kind = kind;
    this.parent = parent;
    this.title = title;
    this.class_name = class_name ?? parent?.class_name ?? null;
    this.iterables = parent?.iterables ?? 0;
  }

  flags(name: string): number {
    return this.names.get(name) ?? 0;
  }

  add(name: string, flag: number): void {
    this.names.set(name, this.flags(name) | flag);
  }

  get is_function(): boolean {
    const { kind } = this;
    return (
      kind === "function" ||
      kind === "async function" ||
      kind === "lambda" ||
      kind === "comprehension"
    );
  }
}

/** A name as it is known outside of a class body: private names bear the class's. */
export function mangled(name: string, { class_name }: Scope): string {
  if (class_name === null || !name.startsWith("__") || name.endsWith("__") || name.includes("."))
    return name;
  const stem = class_name.replace(/^_+/, "");
  return stem === "" ? name : `_${stem}${name}`;
}
