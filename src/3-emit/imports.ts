// The imports at the head of the file: collected while the code that needs them is emitted.
import type * as target from "../target/nodes.ts";
import type { Names } from "./names.ts";

interface Named {
  readonly local: string;
  is_value: boolean;
}

interface From {
  namespace: string | null;
  readonly names: Map<string, Named>;
  /** What this module gives on: the name that others know, and whose it is; `null` for the module itself. */
  readonly given_on: Map<string, string | null>;
  /** Imported for what it does, whether or not anything of it is used. */
  is_run: boolean;
}

/** What stands at the head of a module. */
export type Head = (target.Import | target.ExportNames) & target.Attached;

export class Imports {
  private readonly modules = new Map<string, From>();
  private readonly notes = new Map<string, target.CommentLine>();
  private readonly names: Names;

  constructor(names: Names) {
    this.names = names;
  }

  /** `import * as local from "specifier"`. */
  namespace(specifier: string, hint: string): string {
    const module = this.module(specifier);
    module.namespace ??= this.names.for_import(hint);
    return module.namespace;
  }

  /** `import { name as local } from "specifier"`; `hint` is the name that the program gives it. */
  named(specifier: string, name: string, hint: string = name): string {
    return this.entry(specifier, name, hint, true).local;
  }

  /** A name for a module that the code itself loads. */
  own(hint: string): string {
    return this.names.for_import(hint);
  }

  /** `import { type name } from "specifier"`: used in types only, as far as is known. */
  type(specifier: string, name: string): string {
    return this.entry(specifier, name, name, false).local;
  }

  /** A comment to print behind the import, if it is printed. */
  note(specifier: string, comment: target.CommentLine): void {
    this.notes.set(specifier, comment);
  }

  /** A module of the project runs when it is imported, used or not. */
  run(specifier: string): void {
    this.module(specifier).is_run = true;
  }

  /** `export { name as as } from "specifier"`; `export * as as from` where the name is `null`. */
  give_on(specifier: string, name: string | null, as: string): void {
    this.module(specifier).given_on.set(as, name);
  }

  /** The import statements of what is `used`: those of the runtime sorted, then the project's own in the order in which Python runs them. */
  statements(used: ReadonlySet<string>): readonly Head[] {
    const entries = [...this.modules];
    const runtime = entries.filter(([specifier]) => !specifier.startsWith("."));
    runtime.sort(([one], [other]) => (one < other ? -1 : 1));
    const own = entries.filter(([specifier]) => specifier.startsWith("."));
    return [...runtime, ...own].flatMap(([specifier, from]) => {
      const [first, ...rest] = statements_of(specifier, from, used);
      const trailing = this.notes.get(specifier);
      if (first === undefined) return [];
      return trailing === undefined ? [first, ...rest] : [{ ...first, trailing }, ...rest];
    });
  }

  private entry(specifier: string, name: string, hint: string, is_value: boolean): Named {
    const { names } = this.module(specifier);
    let entry = names.get(name);
    if (entry === undefined) {
      entry = { local: this.names.for_import(hint), is_value };
      names.set(name, entry);
    }
    entry.is_value ||= is_value;
    return entry;
  }

  private module(specifier: string): From {
    let module = this.modules.get(specifier);
    if (module === undefined) {
      module = { namespace: null, names: new Map(), given_on: new Map(), is_run: false };
      this.modules.set(specifier, module);
    }
    return module;
  }
}

function statements_of(specifier: string, from: From, used: ReadonlySet<string>): readonly Head[] {
  const found: Head[] = [];
  if (from.namespace !== null && used.has(from.namespace))
    found.push(statement(specifier, from.namespace, []));
  const kept = [...from.names].filter(([, { local }]) => used.has(local));
  if (kept.length > 0) {
    const names = kept
      .map(([name, { local, is_value }]) => ({ name, local, type_only: !is_value }))
      .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
    found.push(statement(specifier, null, names));
  }
  const given = [...from.given_on].map(([as, name]) => ({
    local: name ?? as,
    name: as,
    is_whole: name === null,
  }));
  for (const { name } of given.filter((each) => each.is_whole))
    found.push({ kind: "ExportNames", names: [], from: specifier, namespace: name });
  const names = given.filter((each) => !each.is_whole).map(({ local, name }) => ({ local, name }));
  if (names.length > 0)
    found.push({ kind: "ExportNames", names, from: specifier, namespace: null });
  if (found.length === 0 && from.is_run) found.push(statement(specifier, null, []));
  return found;
}

function statement(
  from: string,
  namespace: string | null,
  names: readonly target.Import["names"][number][],
): target.Import {
  const type_only = names.length > 0 && names.every((each) => each.type_only);
  return {
    kind: "Import",
    from,
    namespace,
    names: type_only ? names.map((each) => ({ ...each, type_only: false })) : names,
    type_only,
  };
}
