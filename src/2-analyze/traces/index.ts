// Which errors end in a handler that does not look at their trace, whoever called the function that raises them.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Traces } from "../../facts/traces.ts";
import type { Prepared } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import type { FunctionRecord, ModuleRecord } from "../program/records.ts";
import { method_of } from "../types/class-members.ts";
import { exception_key, ExceptionClasses, type ExceptionClass } from "./exception-classes.ts";
import { guarded_nodes, type Guards, type Owner } from "./guards.ts";
import { is_blind } from "./blind.ts";
import { raised_class } from "./raised-class.ts";

/** A place in the program, and the `try` statements of its function around it. */
interface Site {
  readonly owner: Owner;
  readonly module: ModuleRecord;
  readonly guards: Guards;
  readonly is_in_loop: boolean;
}

/** `sees_handled`: the program looks at traces or at the exception being handled; then all are kept. */
export function find_unseen_traces(
  { program, modules }: Prepared,
  sees_handled: boolean,
): (module: ModuleRecord) => Traces {
  if (sees_handled) return () => ({ is_unseen: () => false });
  const search = new Search(program, [...modules.values()]);
  return (module) => ({ is_unseen: (node) => search.is_unseen(node, module) });
}

class Search {
  private readonly program: Program;
  private readonly classes: ExceptionClasses;
  private readonly modules: readonly ModuleRecord[];
  private readonly raising = new Map<ast.Node, Site>();
  private readonly callers = new Map<FunctionRecord, Site[]>();
  private readonly seen = new Map<string, Set<Owner>>();
  private readonly owners = new Set<Owner>();
  private repeated: Set<Owner> | null = null;
  private has_looked = false;

  constructor(program: Program, modules: readonly ModuleRecord[]) {
    this.program = program;
    this.classes = new ExceptionClasses(program);
    this.modules = modules;
  }

  is_unseen(node: ast.Raise | ast.Call | ast.Subscript, module: ModuleRecord): boolean {
    this.look();
    const site = this.raising.get(node);
    if (site === undefined) return false;
    const type = raised_class(node, module, this.classes);
    return type !== null && this.is_repeated(site) && this.ends_unseen(site, type);
  }

  /** Once, and only when somebody asks. */
  private look(): void {
    if (this.has_looked) return;
    this.has_looked = true;
    for (const module of this.modules) {
      const owners: Owner[] = [module.source.module, ...module.functions.map(({ node }) => node)];
      for (const owner of owners) {
        this.owners.add(owner);
        for (const { node, ...around } of guarded_nodes(owner))
          this.note(node, { owner, module, ...around });
      }
    }
  }

  private note(node: ast.Raise | ast.Call | ast.Subscript, site: Site): void {
    this.raising.set(node, site);
    if (node.tag !== "Call") return;
    for (const callee of this.reached(node, site.module)) {
      const known = this.callers.get(callee) ?? [];
      this.callers.set(callee, known);
      known.push(site);
    }
  }

  /** The functions that the call may run at once; where that is not known, all methods of the name. */
  private reached(node: ast.Call, module: ModuleRecord): readonly FunctionRecord[] {
    const record = module.calls.get(node);
    const found = new Set(record?.functions.keys());
    for (const callee of record?.others.values() ?? []) {
      if (callee.kind !== "class") continue;
      const init = method_of(this.program.class(callee.node), "__init__");
      if (init !== null) found.add(init);
    }
    if ((record === undefined || record.is_unknown) && node.func.tag === "Attribute")
      for (const method of this.program.methods_by_name.get(node.func.attr) ?? [])
        found.add(method);
    return [...found];
  }

  private ends_unseen(site: Site, type: ExceptionClass): boolean {
    const verdict = this.verdict(site, type);
    if (verdict !== "passed on") return verdict === "unseen";
    return !this.seen_owners(type).has(site.owner);
  }

  /** It is reached in some loop: what happens once may cost what it costs. */
  private is_repeated({ owner, is_in_loop }: Site): boolean {
    if (is_in_loop) return true;
    if (this.repeated === null) {
      this.repeated = new Set();
      const pending: Owner[] = [];
      const called = new Map<Owner, Owner[]>();
      for (const [{ node }, sites] of this.callers)
        for (const site of sites) {
          if (site.is_in_loop || site.owner === node) pending.push(node);
          else called.set(site.owner, [...(called.get(site.owner) ?? []), node]);
        }
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        if (this.repeated.has(next)) continue;
        this.repeated.add(next);
        pending.push(...(called.get(next) ?? []));
      }
    }
    return this.repeated.has(owner);
  }

  /** The nearest handler that takes the class decides; without one, whoever calls the function. */
  private verdict({ guards, module }: Site, type: ExceptionClass): "seen" | "unseen" | "passed on" {
    for (const guard of guards) {
      if (guard === "unknown") return "seen";
      for (const handler of guard.handlers) {
        const takes = this.classes.takes(handler.type, type, module);
        if (takes === "unknown") return "seen";
        if (takes === "yes") return is_blind(handler) ? "unseen" : "seen";
      }
    }
    return "passed on";
  }

  /** Those out of which an exception of the class may come to where its trace is seen. */
  private seen_owners(type: ExceptionClass): ReadonlySet<Owner> {
    const key = exception_key(type);
    let seen = this.seen.get(key);
    if (seen !== undefined) return seen;
    const called = new Map<Owner, Owner[]>();
    const pending = [...this.owners].filter((owner) => this.shows(owner, type, called));
    seen = new Set<Owner>();
    for (let owner = pending.pop(); owner !== undefined; owner = pending.pop()) {
      if (seen.has(owner)) continue;
      seen.add(owner);
      pending.push(...(called.get(owner) ?? []));
    }
    this.seen.set(key, seen);
    return seen;
  }

  /** Whether that is so at once; otherwise it is added to what those call who pass the exception on. */
  private shows(owner: Owner, type: ExceptionClass, called: Map<Owner, Owner[]>): boolean {
    if (owner.tag === "Module") return true;
    const record = this.program.function(owner);
    const sites = this.callers.get(record) ?? [];
    if (!is_only_called(record) || sites.length === 0) return true;
    for (const site of sites) {
      const verdict = this.verdict(site, type);
      if (verdict === "seen") return true;
      if (verdict === "unseen") continue;
      const known = called.get(site.owner) ?? [];
      called.set(site.owner, known);
      known.push(owner);
    }
    return false;
  }
}

/** A plain function that runs where its calls stand, and nowhere else. */
function is_only_called(record: FunctionRecord): boolean {
  const { node, kind, method_kind, is_open, is_value, is_wrapped } = record;
  if (node.tag !== "FunctionDef" || kind !== "plain" || is_open || is_value || is_wrapped)
    return false;
  return method_kind !== "property" && (node.name === "__init__" || !/^__\w+__$/.test(node.name));
}
