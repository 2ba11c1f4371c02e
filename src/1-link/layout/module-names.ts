// The names of the files of a batch as modules: one for each file, by which all imports know it.
import { folder_of, join, type Found, type SourceTree } from "./source-tree.ts";

/** Names are given to whole packages: what lies in one follows it. */
export class ModuleNames {
  private readonly tree: SourceTree;
  /** Unit (an outermost package, or a file outside of packages) → its dotted name. */
  private readonly units = new Map<string, string>();
  /** Unit → the folder that its name starts from. */
  private readonly roots = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(tree: SourceTree) {
    this.tree = tree;
  }

  /** A file is known by the name of the import that is met first. */
  note(found: Found): void {
    const unit = found.kind === "namespace" ? found.file : this.tree.unit_of(found.file);
    if (!this.units.has(unit)) this.name(unit, found.root);
  }

  /** What a relative import in a file finds: known by the name that the file itself has. Whether that is new. */
  note_relative(importer: string, found: Found): boolean {
    const root = this.roots.get(this.tree.unit_of(importer));
    const known = this.units.size;
    if (root !== undefined) this.note({ ...found, root });
    return this.units.size > known;
  }

  has(file: string): boolean {
    return this.units.has(this.tree.unit_of(file));
  }

  private name(unit: string, root: string): void {
    this.units.set(unit, this.free(dotted(unit, root)));
    this.roots.set(unit, root);
  }

  /** Of a module that nobody imports; `level`: how far its relative imports reach out. */
  note_alone(file: string, level: number): void {
    const unit = this.tree.unit_of(file);
    if (this.units.has(unit)) return;
    let root = folder_of(unit);
    const inner = unit === file ? 0 : file.slice(unit.length).split("/").length - 1;
    for (let up = inner; up < level; up++) root = folder_of(root);
    this.name(unit, root);
  }

  /** The file must have been noted. */
  name_of(file: string, kind: Found["kind"]): string {
    const unit = kind === "namespace" ? file : this.tree.unit_of(file);
    const name = this.units.get(unit);
    if (name === undefined) throw new Error(`${file} has no module name`);
    if (unit === file) return name;
    return [name, dotted(file, unit)].filter((part) => part !== "").join(".");
  }

  /** `common@2`: Python knows two modules of this name, in different programs. */
  private free(name: string): string {
    let free = name;
    for (let count = 2; this.taken.has(free); count++) free = `${name}@${count}`;
    this.taken.add(free);
    return free;
  }
}

/** `a.b` of `a/b.py`, `a/b/__init__.py` and `a/b`, below a folder. */
function dotted(path: string, root: string): string {
  const below = path.slice(root === "" ? 0 : join(root, "").length);
  const stem = below.replace(/(^|\/)__init__\.pyw?$/, "").replace(/\.pyw?$/, "");
  return stem.replaceAll("/", ".");
}
