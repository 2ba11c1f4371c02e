// Annotations as types; what they say in ways that we do not read is `null`.
import type * as ast from "../../../grammar/ast/index.ts";
import type { Binding } from "../../facts/scopes.ts";
import type { Type } from "../../facts/types.ts";
import type { Program } from "../program/program.ts";
import type { ModuleRecord } from "../program/records.ts";
import {
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  Dict,
  FLOAT,
  frozenset,
  INT,
  List,
  NONE,
  RuntimeInstance,
  SetOf,
  STR,
  tuple,
  tuple_of,
  UNKNOWN,
} from "./values.ts";

/** `site` owns the cells of containers that the annotation names. */
export function annotated_type(
  program: Program,
  module: ModuleRecord,
  node: ast.Expression,
  site: object,
): Type | null {
  return new AnnotationReader(program, module, site).read(node, "");
}

const SIMPLE: Readonly<Record<string, Type>> = {
  int: INT,
  str: STR,
  bool: BOOL,
  bytes: BYTES,
  bytearray: BYTEARRAY,
  None: NONE,
  float: { type: "union", members: [INT, FLOAT] },
  complex: { type: "union", members: [INT, FLOAT, COMPLEX] },
};

class AnnotationReader {
  private readonly program: Program;
  private readonly module: ModuleRecord;
  private readonly site: object;

  constructor(program: Program, module: ModuleRecord, site: object) {
    this.program = program;
    this.module = module;
    this.site = site;
  }

  read(node: ast.Expression, path: string): Type | null {
    switch (node.tag) {
      case "Constant":
        if (node.value.type === "None") return NONE;
        return node.value.type === "str" ? this.text(node.value.value, path) : null;
      case "BinOp":
        return node.op === "BitOr" ? this.union([node.left, node.right], path) : null;
      case "Name":
      case "Attribute":
        return this.named(node, [], path);
      case "Subscript": {
        const inner = node.slice.tag === "Tuple" ? node.slice.elts : [node.slice];
        return this.named(node.value, inner, path);
      }
      default:
        return null;
    }
  }

  /** A forward reference in quotes: a plain name is looked up in the module. */
  private text(text: string, path: string): Type | null {
    if (Object.hasOwn(SIMPLE, text)) return SIMPLE[text] ?? null;
    const binding = this.module.scopes.module.bindings.get(text);
    return binding === undefined ? null : this.of_binding(binding, [], path);
  }

  private named(node: ast.Expression, inner: readonly ast.Expression[], path: string): Type | null {
    if (node.tag === "Attribute") {
      const module = node.value.tag === "Name" ? this.imported_module(node.value) : null;
      return module === null ? null : this.of_runtime(module, node.attr, inner, path);
    }
    if (node.tag !== "Name") return null;
    const resolution = this.module.scopes.resolve(node);
    if (resolution.kind === "builtin") return this.of_builtin(resolution.name, inner, path);
    return resolution.kind === "binding" ? this.of_binding(resolution.binding, inner, path) : null;
  }

  private imported_module(node: ast.Name): string | null {
    const resolution = this.module.scopes.resolve(node);
    if (resolution.kind !== "binding") return null;
    const { imported } = resolution.binding;
    return imported !== null && imported.name === null ? imported.module : null;
  }

  private of_binding(
    binding: Binding,
    inner: readonly ast.Expression[],
    path: string,
  ): Type | null {
    const { imported } = binding;
    if (imported !== null) {
      if (imported.name === null) return null;
      if (imported.origin !== "user") {
        return this.of_runtime(imported.module, imported.name, inner, path);
      }
      const target = this.program.modules.get(imported.module);
      const found = target?.scopes.module.bindings.get(imported.name);
      return found === undefined || found === binding ? null : this.of_binding(found, inner, path);
    }
    const [definition] = binding.definitions;
    if (binding.definitions.length !== 1 || definition?.tag !== "ClassDef") return null;
    const node = definition as ast.ClassDef;
    const is_plain = this.program.classes.get(node)?.is_opaque === false;
    return is_plain ? { type: "instance", node, arguments: [] } : null;
  }

  private of_runtime(
    module: string,
    name: string,
    inner: readonly ast.Expression[],
    path: string,
  ): Type | null {
    if (module === "typing" || module === "collections.abc" || module === "typing_extensions") {
      return this.of_typing(name, inner, path);
    }
    const found = this.program.api.find(module, name);
    if (found?.kind !== "class") return null;
    const { type_parameters } = found.class;
    const cells = type_parameters.map((_, index) => this.cell(inner[index], `${path}.${index}`));
    return new RuntimeInstance(found.class.module, found.class.name, cells);
  }

  private of_typing(name: string, inner: readonly ast.Expression[], path: string): Type | null {
    const [first] = inner;
    switch (name) {
      case "Optional":
        return first === undefined ? null : this.with_none(first, path);
      case "Union":
        return this.union(inner, path);
      case "List":
      case "Dict":
      case "Set":
      case "FrozenSet":
      case "Tuple":
        return this.of_builtin(name.toLowerCase(), inner, path);
      case "Text":
        return STR;
      case "Final":
      case "Annotated":
      case "ClassVar":
        return first === undefined ? null : this.read(first, path);
      default:
        return null;
    }
  }

  private of_builtin(name: string, inner: readonly ast.Expression[], path: string): Type | null {
    if (Object.hasOwn(SIMPLE, name)) return SIMPLE[name] ?? null;
    const [first, second] = inner;
    switch (name) {
      case "list": {
        const elements = this.cell(first, `${path}.e`);
        elements.root.shrinks = true; // for all that we know of who else holds it
        return new List(elements);
      }
      case "set":
        return new SetOf(this.cell(first, `${path}.e`));
      case "frozenset":
        return frozenset(this.inner(first, `${path}.e`));
      case "dict":
        return new Dict(this.cell(first, `${path}.k`), this.cell(second, `${path}.v`));
      case "tuple":
        return this.tuple(inner, path);
      default:
        return /^[A-Z]/.test(name) ? new RuntimeInstance("builtins", name, []) : null;
    }
  }

  private tuple(inner: readonly ast.Expression[], path: string): Type {
    const [first, second] = inner;
    if (first === undefined) return tuple_of(UNKNOWN);
    if (second?.tag === "Constant" && second.value.type === "Ellipsis") {
      return tuple_of(this.inner(first, path));
    }
    return tuple(inner.map((node, index) => this.inner(node, `${path}.${index}`)));
  }

  private union(nodes: readonly ast.Expression[], path: string): Type | null {
    const types: Type[] = [];
    for (const [index, node] of nodes.entries()) {
      const type = this.read(node, `${path}|${index}`);
      if (type === null) return null;
      types.push(type);
    }
    return this.program.heap.join_all(types);
  }

  private with_none(node: ast.Expression, path: string): Type | null {
    const type = this.read(node, path);
    return type === null ? null : this.program.heap.join(type, NONE);
  }

  private inner(node: ast.Expression | undefined, path: string): Type {
    return node === undefined ? UNKNOWN : (this.read(node, path) ?? UNKNOWN);
  }

  private cell(node: ast.Expression | undefined, path: string): ReturnType<Program["site"]> {
    const cell = this.program.site(this.site, `annotation ${path}`);
    this.program.heap.store(cell, this.inner(node, path));
    return cell;
  }
}
