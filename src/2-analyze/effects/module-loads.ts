// Which modules an import runs, and which it may ever run.
import { type ImportedName, with_packages } from "../../project.ts";
import type { ModuleRecord } from "../program/records.ts";

export class ModuleLoads {
  private readonly modules: ReadonlyMap<string, ModuleRecord>;
  private readonly known_reached = new Map<ModuleRecord, ReadonlySet<ModuleRecord>>();

  constructor(modules: ReadonlyMap<string, ModuleRecord>) {
    this.modules = modules;
  }

  /** The packages around what is imported, but those around the importer, and the module. */
  by(imported: ImportedName | undefined, importer = ""): readonly ModuleRecord[] {
    if (imported?.origin !== "user" || imported.is_typing) return [];
    const around = new Set(with_packages(importer));
    return with_packages(imported.module).flatMap((name) =>
      name !== imported.module && around.has(name) ? [] : (this.modules.get(name) ?? []),
    );
  }

  /** The module and all that it may ever load. */
  reached(module: ModuleRecord): ReadonlySet<ModuleRecord> {
    const known = this.known_reached.get(module);
    if (known !== undefined) return known;
    const found = new Set([module]);
    for (const each of found)
      for (const imported of each.source.imports.values())
        for (const record of this.by(imported)) found.add(record);
    this.known_reached.set(module, found);
    return found;
  }
}
