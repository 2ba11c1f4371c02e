// Files → components: which files belong to one program or share modules, and what every module of them is called.
import { ModuleNames } from "./module-names.ts";
import { type Found, SourceTree } from "./source-tree.ts";

/** One import statement, as far as it names modules. */
export interface ImportedPath {
  /** Dots in front: 0 for an absolute import. */
  readonly level: number;
  readonly module: string;
  /** What `from module import …` names: submodules, perhaps. */
  readonly names: readonly string[];
}

export interface ListedFile {
  /** With `/`. */
  readonly file: string;
  readonly imports: readonly ImportedPath[];
  /** It says `if __name__ == "__main__"`. */
  readonly has_guard: boolean;
}

export interface NamedFile {
  readonly file: string;
  /** Dotted; unlike those of all other files of the component. */
  readonly name: string;
  readonly is_package: boolean;
  /** It is started, and imported by nobody. */
  readonly is_main: boolean;
  /** A folder without `__init__.py`: the file does not exist, its text is empty. */
  readonly is_namespace: boolean;
}

/** Files that reach each other by imports, in any direction. */
export interface Component {
  /** In the order of their paths. */
  readonly files: readonly NamedFile[];
  /** File → the path of an import, with its dots → the module's name. */
  readonly located: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * The components of a batch, in the order of their first files. What one component holds depends on its own files
 * alone: others don't change it.
 */
export function components_of(
  files: readonly ListedFile[],
  is_of_runtime: (module: string) => boolean,
): readonly Component[] {
  const sorted = [...files].sort((left, right) => (left.file < right.file ? -1 : 1));
  const tree = new SourceTree(
    sorted.map(({ file }) => file),
    is_of_runtime,
  );
  const edges = sorted.map((listed) => edges_of(listed, tree));
  const groups = new Groups();
  for (const [at, listed] of sorted.entries()) {
    groups.add(listed.file);
    for (const { found } of edges[at] ?? []) groups.join(listed.file, found.file);
    const unit = tree.unit_of(listed.file);
    if (unit !== listed.file) groups.join(listed.file, `${unit}/__init__.py`);
  }
  const members = new Map<string, number[]>();
  for (const [at, { file }] of sorted.entries()) {
    const root = groups.root(file);
    members.set(root, [...(members.get(root) ?? []), at]);
  }
  return [...members.values()].map((indices) =>
    component(
      indices.flatMap((at) => sorted[at] ?? []),
      indices.map((at) => edges[at] ?? []),
      tree,
    ),
  );
}

interface Edge {
  readonly path: string;
  readonly found: Found;
}

/** All that a file may import: packages around a module first, then it, then what may be submodules of it. */
function edges_of({ file, imports }: ListedFile, tree: SourceTree): readonly Edge[] {
  const edges: Edge[] = [];
  const look = (level: number, module: string): void => {
    const found = level > 0 ? tree.find_relative(file, level, module) : tree.find(file, module);
    if (found !== null) edges.push({ path: ".".repeat(level) + module, found });
  };
  for (const { level, module, names } of imports) {
    const parts = module === "" ? [] : module.split(".");
    if (level > 0 && parts.length === 0) look(level, "");
    for (let length = 1; length <= parts.length; length++)
      look(level, parts.slice(0, length).join("."));
    for (const name of names) if (name !== "*") look(level, [...parts, name].join("."));
  }
  return edges;
}

function component(
  listed: readonly ListedFile[],
  edges: readonly (readonly Edge[])[],
  tree: SourceTree,
): Component {
  const names = new ModuleNames(tree);
  const imported = new Set<string>();
  const namespaces = new Map<string, Found>();
  for (const [at, { file }] of listed.entries())
    for (const { path, found } of edges[at] ?? []) {
      if (found.file !== file) imported.add(found.file);
      if (found.kind === "namespace") namespaces.set(found.file, found);
      if (!path.startsWith(".")) names.note(found);
    }
  const relative = new Map(
    listed.map(({ file }, at) => [
      file,
      (edges[at] ?? []).filter(({ path }) => path.startsWith(".")),
    ]),
  );
  // In folders without `__init__.py` a module's name is that of those who import it, as far as they have one.
  const follow = (files: readonly string[]): void => {
    const pending = [...files];
    for (let file = pending.pop(); file !== undefined; file = pending.pop())
      for (const { found } of relative.get(file) ?? [])
        if (names.note_relative(file, found)) pending.push(found.file);
  };
  follow(listed.map(({ file }) => file).filter((file) => names.has(file)));
  for (const { file, imports } of listed) {
    names.note_alone(file, Math.max(0, ...imports.map(({ level }) => level)));
    follow([file]);
  }
  for (const found of namespaces.values()) names.note(found);
  const located: Record<string, Record<string, string>> = {};
  for (const [at, { file }] of listed.entries()) {
    const own: Record<string, string> = {};
    for (const { path, found } of edges[at] ?? [])
      own[path] = names.name_of(found.file, found.kind);
    located[file] = own;
  }
  const real = listed.map(({ file, has_guard }): NamedFile => {
    const name = names.name_of(file, "module");
    const is_alone = tree.unit_of(file) === file;
    const is_package = /(^|\/)__init__\.pyw?$/.test(file);
    const is_started = is_alone || has_guard || /(^|\/)__main__\.pyw?$/.test(file);
    const is_main = !is_package && is_started && !imported.has(file);
    return { file, name, is_package, is_main, is_namespace: false };
  });
  const virtual = [...namespaces.keys()].map((file): NamedFile => ({
    file,
    name: names.name_of(file, "namespace"),
    is_package: true,
    is_main: false,
    is_namespace: true,
  }));
  const files = [...real, ...virtual].sort((left, right) => (left.file < right.file ? -1 : 1));
  return { files, located };
}

/** Disjoint sets of files. */
class Groups {
  private readonly parents = new Map<string, string>();

  add(file: string): void {
    if (!this.parents.has(file)) this.parents.set(file, file);
  }

  join(left: string, right: string): void {
    this.add(left);
    this.add(right);
    const [one, other] = [this.root(left), this.root(right)];
    if (one !== other) this.parents.set(one < other ? other : one, one < other ? one : other);
  }

  root(file: string): string {
    let root = file;
    for (
      let up = this.parents.get(root);
      up !== undefined && up !== root;
      up = this.parents.get(root)
    )
      root = up;
    for (let at = file; at !== root;) {
      const up = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = up;
    }
    return root;
  }
}
