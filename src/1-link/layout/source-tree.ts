// The Python files of a batch by their places: where Python would look for a module that one of them imports.

/** Paths with `/`, all relative to the same folder or all absolute. */
export interface Found {
  readonly file: string;
  /** `namespace`: a folder without `__init__.py`, whose file is a text that there is not. */
  readonly kind: "module" | "package" | "namespace";
  /** The folder in which the first part of the dotted name was found. */
  readonly root: string;
}

export class SourceTree {
  private readonly files: ReadonlySet<string>;
  private readonly folders = new Set<string>();
  private readonly is_of_runtime: (module: string) => boolean;

  /** `is_of_runtime`: a module that comes before the project's own in outer folders. */
  constructor(files: Iterable<string>, is_of_runtime: (module: string) => boolean) {
    this.files = new Set(files);
    this.is_of_runtime = is_of_runtime;
    for (const file of this.files)
      for (let at = folder_of(file); !this.folders.has(at); at = folder_of(at))
        this.folders.add(at);
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  /** The outermost package that a file lies in, as its folder; the file itself outside of packages. */
  unit_of(file: string): string {
    let unit = file;
    for (let at = folder_of(file); this.files.has(join(at, "__init__.py")); at = folder_of(at)) {
      unit = at;
      if (at === folder_of(at)) break;
    }
    return unit;
  }

  /**
   * What `import name` in a file means: as if the file, or the package around it, were run where it lies; then from the
   * folders around it, as when a project's tests or scripts lie in folders of their own.
   */
  find(importer: string, name: string): Found | null {
    const own = folder_of(this.unit_of(importer));
    const here = this.find_in(own, name);
    if (here !== null) return here;
    if (this.is_of_runtime(name)) return null;
    const around = [...folders_around(own)].filter((root) => this.folders.has(root));
    for (const root of around) {
      const found = this.find_in(root, name);
      if (found !== null) return found;
    }
    for (const root of [own, ...around]) {
      const found = this.namespace_in(root, name);
      if (found !== null) return found;
    }
    return null;
  }

  /** What `from ..name import` in a file means; `name` may be empty. */
  find_relative(importer: string, level: number, name: string): Found | null {
    let base = folder_of(importer);
    for (let up = 1; up < level; up++) base = folder_of(base);
    const root = folder_of(this.unit_of(importer));
    if (name === "") {
      const file = join(base, "__init__.py");
      if (this.files.has(file)) return { file, kind: "package", root };
      return this.folders.has(base) ? { file, kind: "namespace", root } : null;
    }
    const found = this.find_in(base, name) ?? this.namespace_in(base, name);
    return found === null ? null : { ...found, root };
  }

  private find_in(root: string, name: string): Found | null {
    const stem = join(root, name.replaceAll(".", "/"));
    const own_package = `${stem}/__init__.py`;
    if (this.files.has(own_package)) return { file: own_package, kind: "package", root };
    for (const file of [`${stem}.py`, `${stem}.pyw`])
      if (this.files.has(file)) return { file, kind: "module", root };
    return null;
  }

  private namespace_in(root: string, name: string): Found | null {
    const folder = join(root, name.replaceAll(".", "/"));
    if (!this.folders.has(folder)) return null;
    return { file: `${folder}/__init__.py`, kind: "namespace", root };
  }
}

/** `a/b` of `a/b/c.py`; the empty text, or `/`, is its own. */
export function folder_of(path: string): string {
  const at = path.lastIndexOf("/");
  if (at > 0) return path.slice(0, at);
  return at === 0 ? "/" : "";
}

export function join(folder: string, name: string): string {
  if (folder === "") return name;
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}

function* folders_around(folder: string): Iterable<string> {
  for (let at = folder; at !== folder_of(at); at = folder_of(at)) yield folder_of(at);
}
