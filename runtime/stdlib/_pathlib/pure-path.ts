// PurePath: the name of a file, taken apart; asks no file system.
import { TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { type Dynamic, hash, lt, NotImplemented } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { class_name, bare_type_name } from "../../builtins/type-name.ts";

export class PurePath {
  static readonly __name__: string = "PurePosixPath";
  static readonly __module__: string = "pathlib";

  readonly #text: string;

  constructor(...pathsegments: readonly Dynamic[]) {
    this.#text = normalized(pathsegments.map(segment_text));
  }

  get parts(): readonly string[] {
    const names = this.#names();
    return Tuple.from_iterable(this.root === "" ? names : [this.root, ...names]);
  }

  get drive(): string {
    return "";
  }

  get root(): string {
    return /^\/{0,2}/.exec(this.#text)?.[0] ?? "";
  }

  get anchor(): string {
    return this.root;
  }

  /** The last part. */
  get name(): string {
    return this.#names().at(-1) ?? "";
  }

  /** The ending of the name, with its dot. */
  get suffix(): string {
    const dot = this.name.lastIndexOf(".");
    return dot > 0 && dot < this.name.length - 1 ? this.name.slice(dot) : "";
  }

  get suffixes(): string[] {
    if (this.name.endsWith(".")) return [];
    return this.name
      .replace(/^\.+/, "")
      .split(".")
      .slice(1)
      .map((each) => `.${each}`);
  }

  /** The name without its ending. */
  get stem(): string {
    return this.name.slice(0, this.name.length - this.suffix.length);
  }

  get parent(): this {
    const names = this.#names();
    if (names.length === 0) return this;
    return this.made(this.root + names.slice(0, -1).join("/"));
  }

  get parents(): readonly this[] {
    const found: this[] = [];
    for (
      let path = this.parent, last: this = this;
      path.#text !== last.#text;
      [last, path] = [path, path.parent]
    ) {
      found.push(path);
    }
    return Tuple.from_iterable(found);
  }

  joinpath(...pathsegments: readonly Dynamic[]): this {
    return this.made(this.#text, ...pathsegments);
  }

  /** ValueError when the path has no name. */
  with_name(name: string): this {
    if (this.name === "") throw new ValueError(`${repr(this)} has an empty name`);
    if (name === "" || name === "." || name.includes("/"))
      throw new ValueError(`Invalid name ${repr(name)}`);
    return this.made(this.parent.#text, name);
  }

  with_stem(stem: string): this {
    return this.with_name(stem + this.suffix);
  }

  with_suffix(suffix: string): this {
    if (suffix !== "" && (!suffix.startsWith(".") || suffix === ".")) {
      throw new ValueError(`Invalid suffix ${repr(suffix)}`);
    }
    return this.with_name(this.stem + suffix);
  }

  /** ValueError when the path is not below the other, unless `walk_up`. */
  relative_to(other: Dynamic, { walk_up = false }: { walk_up?: boolean } = {}): this {
    const base = this.made(other);
    const [own, others] = [this.parts, base.parts];
    let common = 0;
    while (common < others.length && own[common] === others[common]) common++;
    if (common < others.length && (!walk_up || (common === 0 && this.root !== base.root))) {
      throw new ValueError(`${repr(this.#text)} is not in the subpath of ${repr(base.#text)}`);
    }
    return this.made(...others.slice(common).map(() => ".."), ...own.slice(common));
  }

  is_relative_to(other: Dynamic): boolean {
    const others = this.made(other).parts;
    return others.every((part, at) => part === this.parts[at]);
  }

  is_absolute(): boolean {
    return this.root !== "";
  }

  /** Whether the last parts fit a pattern of `*`, `?` and `[…]`. */
  match(path_pattern: Dynamic): boolean {
    const pattern = this.made(path_pattern).parts;
    const own = this.parts;
    if (pattern.length > own.length || (pattern[0] === "/" && pattern.length !== own.length))
      return false;
    const tail = own.slice(own.length - pattern.length);
    return pattern.every((each, at) => glob_pattern(each).test(tail[at] ?? ""));
  }

  as_posix(): string {
    return this.#text;
  }

  as_uri(): string {
    if (!this.is_absolute()) throw new ValueError("relative path can't be expressed as a file URI");
    return `file://${this.#text.split("/").map(encodeURIComponent).join("/")}`;
  }

  __truediv__(key: Dynamic): Dynamic {
    return is_segment(key) ? this.joinpath(key) : NotImplemented;
  }

  __rtruediv__(key: Dynamic): Dynamic {
    return is_segment(key) ? this.made(key, this.#text) : NotImplemented;
  }

  __fspath__(): string {
    return this.#text;
  }

  __str__(): string {
    return this.#text;
  }

  __repr__(): string {
    return `${class_name(this.constructor)}(${repr(this.#text)})`;
  }

  __eq__(other: Dynamic): Dynamic {
    return other instanceof PurePath ? other.#text === this.#text : NotImplemented;
  }

  __lt__(other: Dynamic): Dynamic {
    return other instanceof PurePath
      ? lt(this.#text.split("/"), other.#text.split("/"))
      : NotImplemented;
  }

  __hash__(): number {
    return hash(this.#text);
  }

  /** Another path of the same class. */
  protected made(...segments: readonly Dynamic[]): this {
    const type = this.constructor as new (...segments: readonly Dynamic[]) => this;
    return new type(...segments);
  }

  #names(): readonly string[] {
    return this.#text === "." ? [] : this.#text.split("/").filter(Boolean);
  }
}

/** What a name must fit for a part of a glob pattern. */
export function glob_pattern(pattern: string): RegExp {
  const source = pattern.replace(
    /\[(!?)([^\]]+)\]|[\\^$.*+?()[\]{}|]/g,
    (found: string, not?: string, set?: string) => {
      if (set !== undefined) return `[${not === "!" ? "^" : ""}${set.replaceAll("\\", "\\\\")}]`;
      if (found === "*") return "[^/]*";
      return found === "?" ? "[^/]" : `\\${found}`;
    },
  );
  return new RegExp(`^${source}$`, "su");
}

function is_segment(value: Dynamic): boolean {
  return typeof value === "string" || typeof value?.__fspath__ === "function";
}

function segment_text(segment: Dynamic): string {
  if (typeof segment === "string") return segment;
  if (typeof segment?.__fspath__ === "function") return segment.__fspath__();
  throw new TypeError(
    `argument should be a str or an os.PathLike object where __fspath__ returns a str, not '${bare_type_name(segment)}'`,
  );
}

/** Joined, an absolute segment begins anew; without `.` and empty parts. */
function normalized(segments: readonly string[]): string {
  let joined = "";
  for (const segment of segments) {
    if (segment.startsWith("/")) joined = segment;
    else if (segment !== "") joined = joined === "" ? segment : `${joined}/${segment}`;
  }
  const root = /^\/\/(?!\/)/.test(joined) ? "//" : joined.startsWith("/") ? "/" : "";
  const names = joined.split("/").filter((name) => name !== "" && name !== ".");
  return root + names.join("/") || ".";
}
