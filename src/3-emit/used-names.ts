// Which names the emitted code mentions: an import that nothing mentions is not printed.
import type * as target from "../target/nodes.ts";

/** All identifiers, and the heads of dotted type names, in the statements. */
export function used_names(statements: readonly target.Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: object[] = [...statements];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (Array.isArray(node)) {
      for (const item of node as readonly unknown[]) if (is_object(item)) pending.push(item);
      continue;
    }
    note(node, found);
    for (const field in node) {
      const value: unknown = (node as Readonly<Record<string, unknown>>)[field];
      if (is_object(value) && field !== "origin") pending.push(value);
    }
  }
  return found;
}

function is_object(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function note(node: object, found: Set<string>): void {
  const { kind, name } = node as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof name !== "string") return;
  if (kind === "Identifier" || kind === "TypeName" || kind === "TypeofType") found.add(head(name));
}

function head(name: string): string {
  const dot = name.indexOf(".");
  return dot === -1 ? name : name.slice(0, dot);
}
