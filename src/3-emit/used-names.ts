// Which names the emitted code mentions: an import that nothing mentions is not printed.
import type * as target from "../target/nodes.ts";

/** All identifiers, and the heads of dotted type names, in the statements. */
export function used_names(statements: readonly target.Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: unknown[] = [...statements];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== "object" || node === null) continue;
    if (!Array.isArray(node)) note(node, found);
    for (const [field, value] of Object.entries(node))
      if (typeof value === "object" && field !== "origin") pending.push(value);
  }
  return found;
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
