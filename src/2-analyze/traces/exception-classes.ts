// Exception classes of the program and built-in ones, and which of them a handler takes.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Program } from "../program/program.ts";
import type { ClassRecord, ModuleRecord } from "../program/records.ts";

export type ExceptionClass =
  | { readonly kind: "user"; readonly record: ClassRecord }
  | { readonly kind: "builtin"; readonly name: string };

export function exception_key(type: ExceptionClass): string {
  return type.kind === "builtin" ? type.name : `${type.record.node.start}:${type.record.node.name}`;
}

export class ExceptionClasses {
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  /** The class that an expression names; `null` where that is not known. */
  named(node: ast.Expression, { types, scopes }: ModuleRecord): ExceptionClass | null {
    const type = types.get(node);
    if (type?.type === "class") return { kind: "user", record: this.program.class(type.node) };
    if (node.tag !== "Name" || scopes.resolve(node).kind !== "builtin") return null;
    return this.is_class(node.id) ? { kind: "builtin", name: node.id } : null;
  }

  /** Whether a handler of that type takes an exception of exactly the class. */
  takes(
    handler: ast.Expression | null,
    type: ExceptionClass,
    module: ModuleRecord,
  ): "yes" | "no" | "unknown" {
    if (handler === null) return "yes";
    if (handler.tag === "Tuple") {
      const answers = handler.elts.map((each) => this.takes(each, type, module));
      if (answers.includes("unknown")) return "unknown";
      return answers.includes("yes") ? "yes" : "no";
    }
    const wanted = this.named(handler, module);
    if (wanted === null) return "unknown";
    const ancestors = this.ancestors(type);
    if (ancestors === null) return "unknown";
    return ancestors.has(exception_key(wanted)) ? "yes" : "no";
  }

  /** The keys of the class and of all above it; `null` where one of them is out of sight. */
  private ancestors(type: ExceptionClass): ReadonlySet<string> | null {
    const found = new Set<string>();
    const pending = [type];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      found.add(exception_key(next));
      if (next.kind === "builtin") {
        const above = this.program.api.find("builtins", next.name);
        if (above?.kind !== "class") return null;
        for (const { name } of above.class.bases)
          if (name.startsWith("builtins:")) pending.push({ kind: "builtin", name: name.slice(9) });
        continue;
      }
      if (next.record.is_opaque) return null;
      for (const base of next.record.bases) {
        if (base.kind === "user") pending.push({ kind: "user", record: base.record });
        else if (base.kind === "runtime" && base.module === "builtins")
          pending.push({ kind: "builtin", name: base.name });
        else return null;
      }
    }
    return found;
  }

  private is_class(name: string): boolean {
    return this.program.api.find("builtins", name)?.kind === "class";
  }
}
