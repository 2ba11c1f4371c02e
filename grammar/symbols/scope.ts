// A scope as CPython's symbol table keeps it while it is built: what has been said of each name.

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
  readonly names = new Map<string, number>();
  /** The first global or nonlocal statement that names it. */
  readonly directives = new Map<string, { readonly start: number; readonly end: number }>();
  /** Loops around the current statement, and the `except*` blocks around them. */
  loops = 0;
  blocks = 0;
  is_generator = false;
  /** Above zero while the iterable of a comprehension is visited. */
  iterables = 0;
  first_value_return: { readonly start: number; readonly end: number } | null = null;

  constructor(kind: ScopeKind, parent: Scope | null, title = "") {
    this.kind = kind;
    this.parent = parent;
    this.title = title;
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
