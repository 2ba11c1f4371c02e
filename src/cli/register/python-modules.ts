// Python files that JavaScript imports: each with what it imports as JavaScript in a private folder.
import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  packages_of,
  transpile_program,
  type EntryName,
  type RunnableProgram,
} from "../../index.ts";
import { render_diagnostics } from "../../diagnostics/render.ts";
import { HostError, read_if_exists, read_source, write_private } from "../host.ts";
import { check_runnable } from "../config/mapped-modules.ts";
import type { LibrarySettings } from "../config/program-options.ts";
import { read_imported } from "../modules.ts";

export interface RegisterData {
  readonly folder: string;
  /** Where the runtime's built modules are: a folder's URL with a slash at its end. */
  readonly runtime_url: string;
  /** The Python file that Node was started with. */
  readonly main: string | null;
  /** What the configuration says; files of mapped modules are URLs. */
  readonly settings: Omit<LibrarySettings, "naming"> & { readonly keeps_going: boolean };
}

/** Where the JavaScript of a Python file lies. */
interface Placed {
  readonly folder: string;
  /** In the folder: `shop.stock.mjs`. */
  readonly name: string;
}

export class PythonModules {
  private readonly data: RegisterData;
  /** Python file → what is imported for it. */
  private readonly urls = new Map<string, string>();
  /** Python file → its JavaScript, as the first program that has it sees it. */
  private readonly placed = new Map<string, Placed>();
  /** JavaScript file → its text. */
  private readonly written = new Map<string, string>();

  constructor(data: RegisterData) {
    this.data = data;
  }

  /** The JavaScript for a Python file. Throws a HostError that tells what is wrong with it. */
  url_of(file: string): string {
    let url = this.urls.get(file);
    if (url === undefined) {
      url = file === this.data.main ? this.started(file) : this.imported(file);
      this.urls.set(file, url);
    }
    return url;
  }

  private started(file: string): string {
    const program = this.program(file, file, undefined);
    return url_in(this.place(file, file, program), program.main);
  }

  private imported(file: string): string {
    const { root, entry } = place_of(file);
    const known = this.placed.get(file);
    if (known !== undefined) return this.with_packages(known);
    const program = this.program(file, root, entry);
    return this.with_packages({ folder: this.place(file, root, program), name: program.main });
  }

  /** A module whose packages run before it. */
  private with_packages({ folder, name }: Placed): string {
    const packages = packages_of(name.replace(/\.mjs$/, "")).map((each) => `${each}.mjs`);
    const there = packages.filter((each) => this.written.has(path.join(folder, each)));
    if (there.length === 0) return url_in(folder, name);
    const lines = there.map((each) => `import "./${each}";\n`).join("");
    write_private(path.join(folder, `import@${name}`), `${lines}export * from "./${name}";\n`);
    return url_in(folder, `import@${name}`);
  }

  private program(file: string, root: string, entry: EntryName | undefined): RunnableProgram {
    const { runtime_url, settings } = this.data;
    const options = { file, read: read_imported(root), runtime_url, entry, ...settings };
    const program = transpile_program(read_source(file), options);
    const { diagnostics, source } = program;
    const told = render_diagnostics(diagnostics, { format: "pretty", color: false, source });
    if (program.modules === null)
      throw new HostError(`'${file}' can't be imported\n\n${told.trimEnd()}`);
    check_runnable(settings.modules, program.modules);
    process.stderr.write(told);
    return program;
  }

  /** Writes the modules of a program; gives their folder. */
  private place(file: string, root: string, program: RunnableProgram): string {
    const hash = createHash("sha256").update(path.dirname(root)).digest("hex").slice(0, 12);
    const folder = path.join(this.data.folder, hash);
    for (const module of program.modules ?? []) {
      const place = path.join(folder, module.path);
      const before = this.written.get(place);
      // what a module becomes depends on its callers: two programs may not share it where they see it differently
      if (before !== undefined && before !== module.code)
        throw new HostError(
          `'${file}' imports '${module.file}', which was imported from JavaScript before it: import '${path.basename(file)}' first`,
        );
      if (before === undefined) write_private(place, module.code);
      this.written.set(place, module.code);
      this.placed.set(module.file, { folder, name: module.path });
    }
    return folder;
  }
}

function url_in(folder: string, name: string): string {
  return pathToFileURL(path.join(folder, name)).href;
}

/** What a file is called when it is imported, and a file beside which imports of its packages are looked for. */
function place_of(file: string): { readonly root: string; readonly entry: EntryName } {
  const is_package = /^__init__\.pyw?$/.test(path.basename(file));
  const names = is_package ? [] : [path.basename(file).replace(/\.pyw?$/, "")];
  let folder = path.dirname(file);
  while (
    read_if_exists(path.join(folder, "__init__.py")) !== null &&
    folder !== path.dirname(folder)
  ) {
    names.unshift(path.basename(folder));
    folder = path.dirname(folder);
  }
  const entry = { name: names.join("."), is_main: false, is_package };
  return { root: path.join(folder, "__main__.py"), entry };
}
