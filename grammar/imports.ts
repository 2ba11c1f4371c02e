// The import statements of a text, from its tokens alone: what a batch has to know of a file before it is parsed.
import { Failure } from "./failure.ts";
import type { Token } from "./tokens/token.ts";
import { tokenize } from "./tokens/tokenizer.ts";
import * as t from "./tokens/vocabulary.ts";

/** One import statement, as far as it names modules. */
export interface ImportedPath {
  /** Dots in front: 0 for an absolute import. */
  readonly level: number;
  readonly module: string;
  /** What `from module import …` names: submodules, perhaps. */
  readonly names: readonly string[];
}

/** In the order of the text, wherever they stand. Text of which no tokens can be made imports nothing. */
export function imported_paths(source: string): readonly ImportedPath[] {
  const tokens = tokens_of(source);
  const found: ImportedPath[] = [];
  tokens.forEach(({ tokenTypeIdx }, at) => {
    if (tokenTypeIdx !== import_index && tokenTypeIdx !== from_index) return;
    if (at > 0 && !BEFORE_STATEMENT.has(tokens[at - 1]?.tokenTypeIdx ?? 0)) return;
    const names = new Names(tokens, at + 1);
    if (tokenTypeIdx === from_index) found.push(names.from());
    else for (const module of names.list()) found.push({ level: 0, module, names: [] });
  });
  return found;
}

const import_index = t.index_of(t.Import);
const from_index = t.index_of(t.From);
const as_index = t.index_of(t.As);
const name_index = t.index_of(t.Name);

const BEFORE_STATEMENT: ReadonlySet<number> = new Set(
  [t.Newline, t.Indent, t.Dedent, t.Semicolon, t.Colon].map(t.index_of),
);

function tokens_of(source: string): readonly Token[] {
  try {
    const { tokens, failure } = tokenize(source);
    return failure === null ? tokens : [];
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** Reads on from a token behind `import` or `from`. */
class Names {
  private readonly tokens: readonly Token[];
  private at: number;

  constructor(tokens: readonly Token[], at: number) {
    this.tokens = tokens;
    this.at = at;
  }

  /** `..a.b import c as d, e` */
  from(): ImportedPath {
    let level = 0;
    for (; /^\.+$/.test(this.image); this.at++) level += this.image.length;
    const module = this.is_name ? this.dotted() : "";
    this.at++;
    if (this.image === "(") this.at++;
    return { level, module, names: this.image === "*" ? ["*"] : this.list() };
  }

  /** `a.b as c, d` */
  list(): string[] {
    const found: string[] = [];
    while (this.is_name) {
      found.push(this.dotted());
      if (this.tokens[this.at]?.tokenTypeIdx === as_index) this.at += 2;
      if (this.image !== ",") break;
      this.at++;
    }
    return found;
  }

  private dotted(): string {
    let name = this.image;
    this.at++;
    while (this.image === ".") {
      name += `.${this.tokens[this.at + 1]?.image ?? ""}`;
      this.at += 2;
    }
    return name;
  }

  private get image(): string {
    return this.tokens[this.at]?.image ?? "";
  }

  private get is_name(): boolean {
    return this.tokens[this.at]?.tokenTypeIdx === name_index;
  }
}
