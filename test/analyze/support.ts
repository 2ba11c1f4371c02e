// Analyses a text, and finds nodes in it by what they look like.
import type * as ast from "../../grammar/ast/index.ts";
import { parse } from "../../grammar/index.ts";
import { link, type ParsedModule } from "../../src/1-link/index.ts";
import { children } from "../../src/2-analyze/children.ts";
import { analyze } from "../../src/2-analyze/index.ts";
import type { Facts } from "../../src/facts/facts.ts";
import { runtime_names } from "../../src/facts/runtime-api.ts";
import type { Binding, Scope } from "../../src/facts/scopes.ts";
import type { Type } from "../../src/facts/types.ts";

export interface Analysed {
  readonly facts: Facts;
  readonly module: ast.Module;
  readonly source: string;
}

/** The main module's facts; other files of the project by their module names. */
export function analysed(source: string, files: Readonly<Record<string, string>> = {}): Analysed {
  const entry = parsed_module("__main__", source);
  const { project } = link([entry], {
    read(name) {
      const text = files[name];
      return text === undefined ? null : parsed_module(name, text);
    },
    is_mapped: () => false,
    runtime_names,
  });
  const facts = analyze(project).get(project.main);
  if (facts === undefined) throw new Error("no facts");
  return { facts, module: entry.module, source };
}

export function parsed_module(name: string, source: string): ParsedModule {
  const { module, trivia, errors } = parse(source);
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return {
    name,
    is_main: name === "__main__",
    file: `${name}.py`,
    source,
    module,
    trivia,
    is_package: false,
  };
}

/** All nodes whose text is exactly this, of one kind. */
export function nodes<Tag extends AnyNode["tag"]>(
  { module, source }: Analysed,
  tag: Tag,
  text?: string,
): Extract<AnyNode, { tag: Tag }>[] {
  const found: ast.Node[] = [];
  const visit = (node: ast.Node): void => {
    if (node.tag === tag && (text === undefined || source.slice(node.start, node.end) === text)) {
      found.push(node);
    }
    for (const child of children(node)) visit(child);
  };
  visit(module);
  return found as Extract<AnyNode, { tag: Tag }>[];
}

/** The type of the last expression with this text, in short. */
export function type_of(analysis: Analysed, text: string): string {
  for (const tag of EXPRESSIONS) {
    const node = nodes(analysis, tag, text).at(-1);
    if (node !== undefined) return short(analysis.facts.types.of(node));
  }
  throw new Error(`no expression ${text}`);
}

export function range_of(analysis: Analysed, text: string): readonly [number, number] | null {
  for (const tag of EXPRESSIONS) {
    const node = nodes(analysis, tag, text).at(-1);
    const range = node === undefined ? null : analysis.facts.ranges.of(node);
    if (node !== undefined) return range === null ? null : [range.min, range.max];
  }
  throw new Error(`no expression ${text}`);
}

export function function_named(
  analysis: Analysed,
  name: string,
): ast.FunctionDef | ast.AsyncFunctionDef {
  const all = [...nodes(analysis, "FunctionDef"), ...nodes(analysis, "AsyncFunctionDef")];
  const found = all.find((node) => node.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

/** The binding of a name, looked for in all scopes, outer ones first. */
export function binding(analysis: Analysed, name: string, owner?: string): Binding {
  const pending: Scope[] = [analysis.facts.scopes.module];
  for (let scope = pending.shift(); scope !== undefined; scope = pending.shift()) {
    const found = scope.bindings.get(name);
    const is_owner = owner === undefined || ("name" in scope.node && scope.node.name === owner);
    if (found !== undefined && is_owner) return found;
    pending.push(...scope.children);
  }
  throw new Error(`no binding ${name}`);
}

/** A type in a line, for comparing. */
export function short(type: Type): string {
  switch (type.type) {
    case "list":
    case "set":
    case "frozenset":
    case "iterator":
    case "tuple_of":
      return `${type.type}[${short(type.element)}]`;
    case "tuple":
      return `tuple[${type.elements.map(short).join(", ")}]`;
    case "dict":
      return `dict[${short(type.key)}, ${short(type.value)}]`;
    case "coroutine":
      return `coroutine[${short(type.returns)}]`;
    case "generator":
      return `generator[${[type.yields, type.sends, type.returns].map(short).join(", ")}]`;
    case "union":
      return type.members.map(short).sort().join(" | ");
    case "instance":
      return type.node.name;
    case "class":
      return `type[${type.node.name}]`;
    case "function":
    case "bound_method":
      return `${type.type} ${type.node.tag === "Lambda" ? "lambda" : type.node.name}`;
    case "runtime_instance": {
      const inner = type.arguments.map(short).join(", ");
      return `${type.module}.${type.name}${inner === "" ? "" : `[${inner}]`}`;
    }
    case "runtime_function":
    case "runtime_class":
      return `${type.type} ${type.module}.${type.name}`;
    case "module":
      return `module ${type.name}`;
    default:
      return type.type;
  }
}

type AnyNode = ast.Statement | ast.Expression | ast.Arg | ast.Alias | ast.ExceptHandler;

const EXPRESSIONS = [
  "Name",
  "Attribute",
  "Call",
  "BinOp",
  "BoolOp",
  "UnaryOp",
  "Subscript",
  "Await",
  "IfExp",
  "List",
  "ListComp",
  "Compare",
  "Yield",
  "NamedExpr",
] as const;
