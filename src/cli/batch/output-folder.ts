// The folder of a batch's outputs: whole files only, a person's edits kept, nothing outside of it.
import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { HostError, read_if_exists, reason, remove_folder, write_atomically } from "../host.ts";
import {
  hash_of,
  MANIFEST,
  manifest_text,
  parse_manifest,
  type Manifest,
  type OutputEntry,
} from "../manifest.ts";
import { lock_folder } from "./lock.ts";

/** In the same file system as the outputs, for renaming; what a killed run leaves here is cleared by the next. */
const WORK = ".pyasync2ts-work";

export type Outcome = "written" | "unchanged" | "kept";

export class OutputFolder {
  readonly manifest: Manifest;
  private readonly folder: string;
  private readonly force: boolean;
  private readonly unlock: () => void;
  /** Hashes of texts that a run wrote, or was about to write, before it could record them. */
  private readonly journal = new Map<string, Set<string>>();
  private readonly made = new Set<string>();

  /** Makes the folder and locks it. Throws a HostError. */
  constructor(folder: string, force: boolean) {
    this.force = force;
    try {
      mkdirSync(folder, { recursive: true });
      this.folder = realpathSync(folder);
    } catch (error) {
      throw new HostError(`can't make folder '${folder}': ${reason(error)}`);
    }
    this.unlock = lock_folder(this.folder);
    try {
      const text = read_if_exists(path.join(this.folder, MANIFEST));
      const decoded = text === null ? null : new TextDecoder().decode(text);
      this.manifest = parse_manifest(decoded, __VERSION__);
      this.read_journal();
      mkdirSync(path.join(this.folder, WORK), { recursive: true });
    } catch (error) {
      this.unlock();
      if (error instanceof HostError) throw error;
      throw new HostError(`can't write in '${folder}': ${reason(error)}`);
    }
  }

  /** Has the output the text that we wrote last? */
  is_intact(output: string): boolean {
    const known = this.manifest.outputs[output];
    if (known === undefined) return false;
    try {
      return hash_of(readFileSync(path.join(this.folder, output))) === known.hash;
    } catch {
      return false;
    }
  }

  /** The text of an output, `null` when there is none. */
  read(output: string): string | null {
    const bytes = read_if_exists(path.join(this.folder, output));
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }

  /** Removes what we wrote and nobody has edited. */
  remove(output: string): void {
    if (this.is_intact(output)) rmSync(path.join(this.folder, output), { force: true });
  }

  exists(output: string): boolean {
    return lstatSync(path.join(this.folder, output), { throwIfNoEntry: false }) !== undefined;
  }

  /**
   * Writes a whole file or none. `kept`: a person has edited it, or it is not ours; the text is now beside it, with `.new`.
   * Throws a HostError.
   */
  write(output: string, text: string): Outcome {
    const file = path.join(this.folder, output);
    try {
      this.make_folder_of(output);
      const status = lstatSync(file, { throwIfNoEntry: false });
      if (status?.isSymbolicLink() === true)
        throw new HostError(`'${file}' is a symbolic link: it is neither followed nor replaced`);
      const wanted = hash_of(text);
      if (status === undefined) {
        this.replace(output, text, wanted);
        return "written";
      }
      const existing = hash_of(readFileSync(file));
      if (existing === wanted) return "unchanged";
      if (!this.force && !this.is_ours(output, existing)) {
        this.replace(`${output}.new`, text, wanted);
        return "kept";
      }
      this.replace(output, text, wanted);
      rmSync(`${file}.new`, { force: true });
      return "written";
    } catch (error) {
      if (error instanceof HostError) throw error;
      throw new HostError(`can't write '${file}': ${reason(error)}`);
    }
  }

  /** Records what is there now, clears the journal and unlocks. Throws a HostError, unlocked all the same. */
  close(manifest: Manifest): void {
    try {
      write_atomically(path.join(this.folder, MANIFEST), manifest_text(manifest, __VERSION__));
      remove_folder(path.join(this.folder, WORK));
    } catch (error) {
      throw new HostError(`can't write '${path.join(this.folder, MANIFEST)}': ${reason(error)}`);
    } finally {
      this.unlock();
    }
  }

  /** Only unlocks. */
  abandon(): void {
    this.unlock();
  }

  private is_ours(output: string, existing: string): boolean {
    const known: OutputEntry | undefined = this.manifest.outputs[output];
    return known?.hash === existing || this.journal.get(output)?.has(existing) === true;
  }

  private replace(output: string, text: string, hash: string): void {
    const work = path.join(this.folder, WORK);
    const temporary = path.join(work, `${randomBytes(8).toString("hex")}.tmp`);
    writeFileSync(temporary, text, { flag: "wx" });
    appendFileSync(path.join(work, "journal"), `${hash} ${output}\n`);
    renameSync(temporary, path.join(this.folder, output));
  }

  /** No part of the way may lead out of the folder. */
  private make_folder_of(output: string): void {
    const inner = path.dirname(output);
    if (this.made.has(inner)) return;
    const parts = inner.split("/").filter((part) => part !== "" && part !== ".");
    if (path.isAbsolute(output) || parts.includes(".."))
      throw new HostError(`'${output}' does not lie in '${this.folder}'`);
    let folder = this.folder;
    for (const part of parts) {
      folder = path.join(folder, part);
      const status = lstatSync(folder, { throwIfNoEntry: false });
      if (status?.isSymbolicLink() === true)
        throw new HostError(`'${folder}' is a symbolic link: outputs don't go through it`);
      if (status === undefined) mkdirSync(folder);
    }
    this.made.add(inner);
  }

  private read_journal(): void {
    const work = path.join(this.folder, WORK);
    const text = read_if_exists(path.join(work, "journal"));
    if (text === null) return;
    for (const line of new TextDecoder().decode(text).split("\n")) {
      const [hash = "", ...name] = line.split(" ");
      if (name.length === 0) continue;
      const known = this.journal.get(name.join(" ")) ?? new Set();
      this.journal.set(name.join(" "), known.add(hash));
    }
  }
}
