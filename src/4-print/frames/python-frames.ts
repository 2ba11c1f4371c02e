// What Python's tracebacks show of each printed place: line, columns, operator or brackets, and whose code it is.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Span } from "../../../grammar/ast/node.ts";
import { generated_line } from "../../facts/dataclasses.ts";
import type { Mark } from "../writer.ts";
import { owned_nodes, type Code, type Owned } from "./code-scopes.ts";
import { place_of, type Place } from "./place.ts";
import { try_entries, type TryEntry } from "./try-regions.ts";

/** Rides in the source map (`x_python_frames`): small numbers, for the runtime to look up when it prints a traceback. */
export interface PythonFrames {
  /**
   * Name, qualified name, first line, kind (`module`, `function`, `class`, `generator`, `closure`, `made` by `@dataclass`), number of the code
   * around it or -1, where that makes it run (place or -1), the names that it binds.
   */
  readonly codes: readonly CodeEntry[];
  /** Line, column, last line, end column, 1 where nothing is underlined, then the anchor's line, column, line, column. */
  readonly places: readonly (readonly number[])[];
  /**
   * In printed order, seven numbers each: line and column as printed, the code, the comprehension that holds it (place
   * or -1), what fails there (place), what fails when an exception is made there (place), the function that is called.
   */
  readonly marks: readonly number[];
  /** Absent where the program itself keeps what is being handled. */
  readonly tries?: readonly TryEntry[];
}

type CodeEntry = readonly [string, string, number, string, number, number, readonly string[]];

/** Lines count from 1, columns from 0 in UTF-16 units. */
export function python_frames(
  marks: readonly Mark[],
  module: ast.Module,
  source: string,
  tells_tries: boolean,
): PythonFrames {
  const owned = new Map<string, Owned>();
  for (const each of owned_nodes(module)) owned.set(key(each.node), each);
  const table = new Table(source, (node) => owned.get(key(node))?.outer ?? null);
  for (const { node } of owned.values())
    if (node.tag === "FunctionDef") table.plain.add((node as ast.FunctionDef).name);
  for (const { node } of owned.values())
    if (node.tag === "AsyncFunctionDef") table.plain.delete((node as ast.AsyncFunctionDef).name);
  for (const each of owned.values()) table.note_names(each);
  const found: number[] = [];
  let last: Mark | null = null;
  for (const mark of marks) {
    const of_node = owned.get(key(mark.origin));
    if (of_node === undefined) continue;
    const is_same_place = last?.line === mark.line && last.column === mark.column;
    if (is_same_place) found.splice(-MARK_SIZE);
    found.push(mark.line, mark.column, ...table.entry(of_node));
    last = mark;
  }
  // Functions in which nothing can fail, too: reprs of tasks and callbacks tell where they stand.
  for (const { code } of owned.values()) if (code.kind === "function") table.code(code);
  const tries = tells_tries
    ? try_entries(
        owned.values(),
        ({ code }) => table.code(code),
        (offset) => table.line_at(offset),
      )
    : [];
  const frames = { codes: table.codes, places: table.places, marks: found };
  return tries.length === 0 ? frames : { ...frames, tries };
}

export const MARK_SIZE = 7;

function key({ start, end }: Span): string {
  return `${start}:${end}`;
}

/** Numbers the codes and places, each once. */
class Table {
  readonly codes: CodeEntry[] = [];
  readonly places: (readonly number[])[] = [];
  /** Names of functions that are no coroutine functions. */
  readonly plain = new Set<string>();
  private readonly names = new Map<ast.Node, Set<string>>();
  private readonly code_numbers = new Map<ast.Node, number>();
  private readonly place_numbers = new Map<ast.Node, number>();
  private readonly source: string;
  private readonly starts: readonly number[];

  private readonly outer_of: (node: ast.Node) => ast.Node | null;

  constructor(source: string, outer_of: (node: ast.Node) => ast.Node | null) {
    this.source = source;
    this.outer_of = outer_of;
    this.starts = line_starts(source);
  }

  /** A function of the module that is no coroutine function: it has run when its caller begins to wait. */
  private is_plain(func: ast.Expression): boolean {
    const name = func.tag === "Name" ? func.id : func.tag === "Attribute" ? func.attr : "";
    return this.plain.has(name);
  }

  entry({ node, code, inlined, outer }: Owned): readonly number[] {
    // A generator's calls run while the other one delegates to it, a coroutine's while the other one awaits it.
    const awaits =
      outer?.tag === "Await" && node.tag === "Call" && !this.is_plain((node as ast.Call).func);
    const place = this.place(outer?.tag === "YieldFrom" || awaits ? outer : node);
    const is_raised = outer?.tag === "Raise" && (outer as ast.Raise).exc === node;
    const raised = is_raised ? outer : awaits ? node : null;
    return [
      this.code(code),
      inlined === null ? -1 : this.place(inlined as ast.Node),
      place,
      raised === null ? place : this.place(raised),
      node.tag === "Call" ? this.place((node as ast.Call).func) : place,
    ];
  }

  code(code: Code): number {
    let number = this.code_numbers.get(code.node);
    if (number === undefined) {
      const parent = code.parent === null ? -1 : this.code(code.parent);
      const made_line = generated_line(code.node);
      const [line] = made_line === null ? this.position(first_of(code.node)) : [made_line];
      const run_at = code.run_at === null ? -1 : this.place(code.run_at);
      number = this.codes.length;
      this.codes.push([
        code.name,
        code.qualname,
        line,
        made_line === null ? code.kind : "made",
        parent,
        run_at,
        [...this.names_of(code)],
      ]);
      this.code_numbers.set(code.node, number);
    }
    return number;
  }

  /** The names that a node binds, told to its code. */
  note_names({ node, code }: Owned): void {
    const names = this.names_of(code);
    for (const name of bound_names(node)) names.add(name);
    for (const name of parameter_names(node)) this.names_of({ node }).add(name);
    const attribute = attribute_of_self(node);
    // Told with the class's own names: a method that forgets its `self.` means one of them.
    if (attribute !== null && code.parent?.kind === "class")
      this.names_of(code.parent).add(attribute);
  }

  private names_of({ node }: Pick<Code, "node">): Set<string> {
    let names = this.names.get(node);
    if (names === undefined) {
      names = new Set();
      this.names.set(node, names);
    }
    return names;
  }

  private place(node: ast.Node): number {
    let number = this.place_numbers.get(node);
    if (number === undefined) {
      number = this.places.length;
      this.places.push(this.numbers(place_of(node, this.source), node));
      this.place_numbers.set(node, number);
    }
    return number;
  }

  private numbers(place: Place, node: ast.Node): readonly number[] {
    const [line, column] = this.position(place.start);
    const [last, end] = this.position(place.end);
    const found = [line, column, last, end, this.is_whole(node) ? 1 : 0];
    const { anchor } = place;
    return anchor === null
      ? found
      : [...found, ...this.position(anchor.start), ...this.position(anchor.end)];
  }

  /** `return f(x)` and `y = f(x)` are calls and nothing else: CPython leaves them without a line below. */
  private is_whole(node: ast.Node): boolean {
    const outer = this.outer_of(node);
    if (node.tag !== "Call" || outer === null) return false;
    const statement = outer as ast.Statement;
    if (statement.tag === "Return") {
      if ((node as ast.Call).func.tag !== "Name") return false;
    } else if (statement.tag === "Assign") {
      if (statement.targets.length !== 1 || statement.targets[0]?.tag !== "Name") return false;
    } else return false;
    const [line, column] = this.position(statement.start);
    const before = this.source.slice(statement.start - column, statement.start);
    return before.trim() === "" && this.position(place_of(node, this.source).start)[0] === line;
  }

  line_at(offset: number): number {
    return this.position(offset)[0];
  }

  private position(offset: number): [number, number] {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.starts[low] ?? 0)];
  }
}

function bound_names(node: ast.Node): readonly string[] {
  const each = node as ast.Expression | ast.Statement | ast.Alias;
  switch (each.tag) {
    case "Name":
      return each.ctx === "Store" ? [each.id] : [];
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return [each.name];
    case "alias":
      return [each.asname ?? each.name.split(".")[0] ?? each.name];
    default:
      return [];
  }
}

function parameter_names(node: ast.Node): readonly string[] {
  if (node.tag !== "FunctionDef" && node.tag !== "AsyncFunctionDef" && node.tag !== "Lambda")
    return [];
  const { args } = node as ast.FunctionDef | ast.Lambda;
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  return all.flatMap((each) => (each === null ? [] : [each.arg]));
}

/** `self.x = …` */
function attribute_of_self(node: ast.Node): string | null {
  if (node.tag !== "Attribute") return null;
  const { value, attr, ctx } = node as ast.Attribute;
  return ctx === "Store" && value.tag === "Name" && value.id === "self" ? attr : null;
}

/** Functions and classes begin with their decorators. */
function first_of(node: ast.Node): number {
  const decorators = "decorator_list" in node ? (node as ast.FunctionDef).decorator_list : [];
  const [first] = decorators;
  return first === undefined ? node.start : first.start;
}

function line_starts(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\r|\n/gu)) starts.push(match.index + match[0].length);
  return starts;
}
