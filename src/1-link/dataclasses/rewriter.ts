// One module with its dataclasses spelled out, wherever they stand.
import type * as ast from "../../../grammar/ast/index.ts";
import { note_dataclass } from "../../facts/dataclasses.ts";
import type { Family, Relative } from "./bases.ts";
import { Refusal } from "./fields.ts";
import { Hoisted } from "./hoisted.ts";
import { meaning_of, type Imported } from "./imported.ts";
import { init_of } from "./init.ts";
import type { Read } from "./inherited.ts";
import { read_dataclass } from "./read.ts";

export class ModuleRewriter implements Family {
  readonly replaced = new Map<ast.Node, ast.Node>();
  /** The classes of the module that others may extend, by name; those that can't be read are left out. */
  readonly classes = new Map<string, Relative>();
  private readonly source: ast.Module;
  private readonly imported: Imported;
  private readonly elsewhere: (name: string) => Relative | null;

  constructor(
    source: ast.Module,
    imported: Imported,
    elsewhere: (name: string) => Relative | null,
  ) {
    this.source = source;
    this.imported = imported;
    this.elsewhere = elsewhere;
  }

  module(): ast.Module {
    return this.rebuilt(this.source);
  }

  find(name: string): Relative | null {
    return this.classes.get(name) ?? this.elsewhere(name);
  }

  /** The node with the suites in it rebuilt; the node itself where nothing changes. */
  private rebuilt<N extends ast.Node>(node: N): N {
    const changes: Record<string, readonly ast.Node[]> = {};
    for (const key of SUITES) {
      const suite: unknown = Reflect.get(node, key);
      if (!Array.isArray(suite)) continue;
      const before = suite as readonly ast.Node[];
      const after = before.flatMap((each) => this.statement(each));
      if (after.length !== before.length || after.some((each, at) => each !== before[at]))
        changes[key] = after;
    }
    if (Object.keys(changes).length === 0) return node;
    const made: N = { ...node, ...changes };
    this.replaced.set(node, made);
    return made;
  }

  private statement(node: ast.Node): readonly ast.Node[] {
    const inner = this.rebuilt(node);
    if (inner.tag !== "ClassDef") return [inner];
    const made = this.class_definition(inner as ast.Node as ast.ClassDef);
    const last = made.at(-1);
    // Comments were attached to the class as the parser made it.
    if (last !== undefined && last !== node) this.replaced.set(node, last);
    return made;
  }

  private class_definition(node: ast.ClassDef): readonly ast.Statement[] {
    const is_dataclass = node.decorator_list.some(
      (each) => meaning_of(each, this.imported) === "dataclass",
    );
    if (!is_dataclass) {
      this.classes.set(node.name, { node, read: null, is_of_module: true });
      return [node];
    }
    const hoisted = new Hoisted(node.name);
    const read = read_dataclass(node, this.source, this.imported, this, hoisted);
    this.classes.delete(node.name);
    if (read === null) return [node];
    if (read instanceof Refusal) return [raised(node, read)];
    const made = spelled_out(node, read, this.replaced);
    this.classes.set(node.name, { node: made, read, is_of_module: true });
    return [...hoisted.statements, made];
  }
}

const SUITES = ["body", "orelse", "finalbody", "handlers", "cases"] as const;

function spelled_out(
  node: ast.ClassDef,
  read: Read,
  replaced: Map<ast.Node, ast.Node>,
): ast.ClassDef {
  const { dataclass, inherited, decorator, has_own_init } = read;
  const init = has_own_init ? null : init_of(node, dataclass, inherited);
  const kept = new Map(dataclass.fields.map((field) => [field.name, field]));
  const body = node.body.flatMap((statement): ast.Statement[] => {
    if (statement.tag !== "AnnAssign" || statement.target.tag !== "Name") return [statement];
    const field = kept.get(statement.target.id);
    if (field === undefined) return is_marker(statement) ? [] : [statement];
    if (field.is_init_var) return [];
    const bare = { ...statement, value: field.is_read ? field.default : null };
    replaced.set(statement, bare);
    return [bare];
  });
  const at = body.findLastIndex((each) => each.tag === "AnnAssign") + 1;
  if (init !== null) body.splice(at === 0 ? docstring_length(body) : at, 0, init);
  const decorator_list = node.decorator_list.filter((each) => each !== decorator);
  const made: ast.ClassDef = { ...node, body, decorator_list };
  note_dataclass(made, dataclass);
  return made;
}

/** `_: KW_ONLY`. */
function is_marker(statement: ast.AnnAssign): boolean {
  const { annotation } = statement;
  const name =
    annotation.tag === "Attribute" ? annotation.attr : annotation.tag === "Name" && annotation.id;
  return name === "KW_ONLY" && statement.value === null;
}

function docstring_length(body: readonly ast.Statement[]): number {
  const [first] = body;
  return first?.tag === "Expr" && first.value.tag === "Constant" ? 1 : 0;
}

/** Python fails where it makes the class. */
function raised(node: ast.ClassDef, { error, message }: Refusal): ast.Statement {
  const { start, end } = node;
  const place = { start, end };
  const func: ast.Name = { tag: "Name", ...place, id: error, ctx: "Load" };
  const text: ast.Expression = {
    tag: "Constant",
    ...place,
    value: { type: "str", value: message },
    kind: null,
  };
  const exc: ast.Call = { tag: "Call", ...place, func, args: [text], keywords: [] };
  return { tag: "Raise", ...place, exc, cause: null };
}
