// Where the parts of try statements stand, for tracebacks to tell which exception was handled when another one was raised.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Owned } from "./code-scopes.ts";

/**
 * The code, the first and last line of what is tried, the handlers, the first and last line of `finally` (0 where there
 * is none).
 */
export type TryEntry = readonly [
  code: number,
  first: number,
  last: number,
  handlers: readonly HandlerEntry[],
  final_first: number,
  final_last: number,
];

/** First and last line, the names of the classes it takes (`null`: all, or unknown), 1 where it may raise them again. */
type HandlerEntry = readonly [
  first: number,
  last: number,
  types: readonly string[] | null,
  passes_on: 0 | 1,
];

/** What the try statements among the nodes say; `with suppress(…)` is one, too. */
export function try_entries(
  nodes: Iterable<Owned>,
  code_number: (owned: Owned) => number,
  line_at: (offset: number) => number,
): readonly TryEntry[] {
  const found: TryEntry[] = [];
  for (const owned of nodes) {
    const parts = parts_of(owned.node as ast.Statement, line_at);
    if (parts !== null) found.push([code_number(owned), ...parts]);
  }
  return found;
}

type Parts = TryEntry extends readonly [number, ...infer Rest] ? Rest : never;
type LineAt = (offset: number) => number;

function parts_of(node: ast.Statement, line_at: LineAt): Parts | null {
  if (node.tag === "With") return suppressing(node, line_at);
  if (node.tag !== "Try" && node.tag !== "TryStar") return null;
  const [first, last] = lines_of(node.body, line_at);
  // Groups are told by the runtime what is handled.
  const handlers = node.tag === "Try" ? node.handlers : [];
  const entries = handlers.map((each) => handler_entry(each, line_at));
  if (node.finalbody.length === 0) return [first, last, entries, 0, 0];
  const [final_first, final_last] = lines_of(node.finalbody, line_at);
  return [first, last, entries, final_first, final_last];
}

function handler_entry(handler: ast.ExceptHandler, line_at: LineAt): HandlerEntry {
  const last = line_at(handler.end - 1);
  return [line_at(handler.start), last, class_names(handler.type), passes_on(handler) ? 1 : 0];
}

function suppressing({ items, body }: ast.With, line_at: LineAt): Parts | null {
  const suppressed = items.flatMap(({ context_expr }) =>
    context_expr.tag === "Call" && last_name(context_expr.func) === "suppress"
      ? context_expr.args.map(last_name)
      : [],
  );
  if (suppressed.length === 0) return null;
  const types = suppressed.filter((name) => name !== null);
  const is_known = types.length === suppressed.length;
  return [...lines_of(body, line_at), [[0, 0, is_known ? types : null, 0]], 0, 0];
}

function lines_of(body: readonly ast.Statement[], line_at: LineAt): [number, number] {
  const first = body[0]?.start ?? 0;
  return [line_at(first), line_at((body.at(-1)?.end ?? first + 1) - 1)];
}

function class_names(type: ast.Expression | null): readonly string[] | null {
  if (type === null) return null;
  const names = (type.tag === "Tuple" ? type.elts : [type]).map(last_name);
  const known = names.filter((name) => name !== null);
  return known.length === names.length ? known : null;
}

function last_name(node: ast.Expression): string | null {
  if (node.tag === "Name") return node.id;
  return node.tag === "Attribute" ? node.attr : null;
}

/** `raise`, `raise e` in the handler. */
function passes_on({ name, body }: ast.ExceptHandler): boolean {
  const pending: ast.Statement[] = [...body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.tag === "Raise") {
      if (node.exc === null || (node.exc.tag === "Name" && node.exc.id === name)) return true;
    } else if (node.tag !== "FunctionDef" && node.tag !== "AsyncFunctionDef") {
      pending.push(...suites_of(node));
    }
  }
  return false;
}

type Suites = Partial<Pick<ast.Try, "body" | "orelse" | "finalbody" | "handlers">> &
  Partial<Pick<ast.Match, "cases">>;

function suites_of(node: ast.Statement): readonly ast.Statement[] {
  const { body, orelse, finalbody, handlers, cases } = node as Suites;
  const inner = [...(handlers ?? []), ...(cases ?? [])].flatMap((each) => each.body);
  return [body, orelse, finalbody, inner].flatMap((suite) => suite ?? []);
}
