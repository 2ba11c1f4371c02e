// Functions that are mentioned may be called: what they read from outside must be bound by then.
import type * as ast from "../../../grammar/ast/index.ts";
import type { BindingRecord, ScopeRecord } from "./records.ts";

/**
 * A function can only be called once its name has been mentioned (or once a function that mentions it
 * has). At that moment, everything that it and its callees read from the scope around must be bound.
 * A decorator is taken not to call what it decorates.
 */
export class Liveness {
  private budget = 2_000_000;
  private readonly scopes: ReadonlyMap<ast.Node, ScopeRecord>;
  private readonly is_bound: (binding: BindingRecord) => boolean;
  private readonly owns: (binding: BindingRecord) => boolean;

  constructor(
    scopes: ReadonlyMap<ast.Node, ScopeRecord>,
    is_bound: (binding: BindingRecord) => boolean,
    owns: (binding: BindingRecord) => boolean,
  ) {
    this.scopes = scopes;
    this.is_bound = is_bound;
    this.owns = owns;
  }

  of_mention(binding: BindingRecord, seen = new Set<ast.Node>()): void {
    for (const node of binding.definitions) {
      if (is_callable(node)) this.of_definition(node, seen);
    }
  }

  of_definition(start: ast.Node, seen = new Set<ast.Node>()): void {
    const pending = [start];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      for (const binding of this.scopes.get(node)?.free ?? []) {
        if (this.owns(binding) && (--this.budget < 0 || !this.is_bound(binding))) {
          binding.may_be_unbound = true;
        }
        for (const node of binding.definitions) if (is_callable(node)) pending.push(node);
      }
    }
  }
}

function is_callable(node: ast.Node): boolean {
  return node.tag === "FunctionDef" || node.tag === "AsyncFunctionDef" || node.tag === "ClassDef";
}
