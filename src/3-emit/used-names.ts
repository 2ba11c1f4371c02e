// Which names the emitted code mentions: an import that nothing mentions is not printed.
import type * as target from "../target/nodes.ts";

/** All identifiers, and the heads of dotted type names, in the statements. */
export function used_names(statements: readonly target.Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of statements) collect(statement, found);
  return found;
}

function collect(node: unknown, found: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, found);
    return;
  }
  const { kind, name } = node as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof name === "string") {
    if (kind === "Identifier") found.add(head(name));
    else if (kind === "TypeName" || kind === "TypeofType") found.add(head(name));
  }
  for (const value of Object.values(node)) collect(value, found);
}

function head(name: string): string {
  const dot = name.indexOf(".");
  return dot === -1 ? name : name.slice(0, dot);
}
