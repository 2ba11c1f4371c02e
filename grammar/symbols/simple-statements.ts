// Simple statements: global and nonlocal, annotations, imports, return.
import type { Expression } from "../ast/expressions.ts";
import type {
  AnnAssign,
  Global,
  Import,
  ImportFrom,
  Nonlocal,
  Return,
  SimpleStatement,
  TypeAlias,
} from "../ast/simple-statements.ts";
import type { TypeParameter } from "../ast/type-parameters.ts";
import { ANALYSIS, COMPILE, SYMBOLS } from "./errors.ts";
import { ExpressionChecks } from "./expressions.ts";
import { unstarred } from "./names.ts";
import { is_future, refuse_late } from "./future.ts";
import {
  ANNOTATED,
  GLOBAL,
  LOCAL,
  mangled,
  NONLOCAL,
  PARAMETER,
  Scope,
  TYPE_PARAMETER,
  USED,
} from "./scope.ts";

export class SimpleStatementChecks extends ExpressionChecks {
  protected has_future_annotations = false;
  /** Nonlocal statements, judged when all scopes are known. */
  private readonly pending: { readonly scope: Scope; readonly node: Nonlocal }[] = [];

  protected simple_statement(node: SimpleStatement): void {
    switch (node.tag) {
      case "Expr":
        return this.expression(node.value);
      case "Assign":
        this.expression(node.value);
        return this.each(node.targets);
      case "AugAssign":
        this.expression(node.target);
        return this.expression(node.value);
      case "AnnAssign":
        return this.annotated(node);
      case "Return":
        return this.return_statement(node);
      case "Delete":
        return this.each(node.targets);
      case "Raise":
        this.optional(node.exc);
        return this.optional(node.cause);
      case "Assert":
        this.expression(node.test);
        return this.optional(node.msg);
      case "Import":
      case "ImportFrom":
        return this.imported(node);
      case "Global":
      case "Nonlocal":
        return this.declaration(node);
      case "TypeAlias":
        return this.type_alias(node);
      case "Break":
        if (this.scope.loops === 0) this.errors.add(COMPILE, "'break' outside loop", node);
        return;
      case "Continue":
        if (this.scope.loops === 0)
          this.errors.add(COMPILE, "'continue' not properly in loop", node);
        return;
      case "Pass":
        return;
    }
  }

  private annotated(node: AnnAssign): void {
    const { target } = node;
    if (target.tag === "Name") {
      const flags = this.scope.flags(target.id);
      const is_declared = (flags & (GLOBAL | NONLOCAL)) !== 0;
      if (is_declared && this.scope.kind !== "module" && node.simple === 1) {
        const kind = (flags & GLOBAL) === 0 ? "nonlocal" : "global";
        this.errors.add(SYMBOLS, `annotated name '${target.id}' can't be ${kind}`, node);
      }
      if (node.simple === 1) this.scope.add(target.id, ANNOTATED | LOCAL);
      else if (node.value !== null) this.scope.add(target.id, LOCAL);
      if (target.id === "__debug__") this.forbid_debug("Store", target);
    } else this.expression(target);
    this.annotation(node.annotation);
    this.optional(node.value);
  }

  /** Annotations are scopes of their own for what they may not hold. */
  protected annotation(node: Expression): void {
    if (!this.has_future_annotations) return this.expression(unstarred(node));
    const scope = new Scope("annotation", this.scope, "an annotation");
    this.inside(scope, () => this.expression(unstarred(node)));
  }

  private return_statement(node: Return): void {
    const { scope } = this;
    const { kind } = scope;
    if (kind !== "function" && kind !== "async function")
      this.errors.add(COMPILE, "'return' outside function", node);
    this.optional(node.value);
    if (node.value === null || kind !== "async function") return;
    if (scope.is_generator) this.value_in_generator(node);
    scope.first_value_return ??= node;
  }

  private imported(node: Import | ImportFrom): void {
    for (const alias of node.names) {
      const { name, asname } = alias;
      if (name === "*") {
        if (this.scope.kind !== "module")
          this.errors.add(SYMBOLS, "import * only allowed at module level", alias);
        continue;
      }
      const bound = asname ?? (node.tag === "Import" ? name.split(".", 1)[0] : name) ?? name;
      this.scope.add(bound, LOCAL);
      if (bound === "__debug__") this.forbid_debug("Store", node);
    }
    if (is_future(node) && (this.scope.kind !== "module" || this.scope.blocks > 0))
      refuse_late(node, this.errors);
  }

  private declaration(node: Global | Nonlocal): void {
    const word = node.tag === "Global" ? "global" : "nonlocal";
    for (const name of node.names) {
      const flags = this.scope.flags(name);
      const say = (message: string): void => this.errors.add(SYMBOLS, message, node);
      if ((flags & PARAMETER) !== 0) say(`name '${name}' is parameter and ${word}`);
      else if ((flags & USED) !== 0) say(`name '${name}' is used prior to ${word} declaration`);
      else if ((flags & ANNOTATED) !== 0) say(`annotated name '${name}' can't be ${word}`);
      else if ((flags & LOCAL) !== 0)
        say(`name '${name}' is assigned to before ${word} declaration`);
      this.scope.add(name, node.tag === "Global" ? GLOBAL : NONLOCAL);
      const both = GLOBAL | NONLOCAL;
      if ((this.scope.flags(name) & both) === both)
        this.errors.add(
          ANALYSIS,
          `name '${name}' is nonlocal and global`,
          this.scope.directives.get(name) ?? node,
        );
      if (!this.scope.directives.has(name)) this.scope.directives.set(name, node);
    }
    if (node.tag === "Nonlocal") this.pending.push({ scope: this.scope, node });
  }

  protected judge_nonlocals(): void {
    for (const { scope, node } of this.pending)
      for (const name of node.names) {
        if (scope.kind === "module")
          this.errors.add(ANALYSIS, "nonlocal declaration not allowed at module level", node);
        else {
          const flags = binding_around(scope.parent, name);
          if (flags === 0)
            this.errors.add(
              ANALYSIS,
              `no binding for nonlocal '${mangled(name, scope)}' found`,
              node,
            );
          else if ((flags & TYPE_PARAMETER) !== 0)
            this.errors.add(
              ANALYSIS,
              `nonlocal binding not allowed for type parameter '${name}'`,
              node,
            );
        }
      }
  }

  private type_alias(node: TypeAlias): void {
    this.scope.add(node.name.id, LOCAL);
    if (node.name.id === "__debug__") this.forbid_debug("Store", node.name);
    this.with_type_parameters(node.type_params, "type alias", () => {
      const scope = new Scope("type alias", this.scope, "a type alias");
      this.inside(scope, () => this.expression(node.value));
    });
  }

  protected with_type_parameters(
    list: readonly TypeParameter[],
    _owner: string,
    action: () => void,
  ): void {
    if (list.length === 0) return action();
    const scope = new Scope("type parameters", this.scope, "the definition of a generic");
    this.inside(scope, () => {
      let has_default = false;
      for (const parameter of list) {
        this.type_parameter(parameter);
        if (parameter.default_value !== null) has_default = true;
        else if (has_default)
          this.errors.add(
            SYMBOLS,
            `non-default type parameter '${parameter.name}' follows default type parameter`,
            parameter,
          );
      }
      action();
    });
  }

  private type_parameter(node: TypeParameter): void {
    if ((this.scope.flags(node.name) & TYPE_PARAMETER) !== 0)
      this.errors.add(SYMBOLS, `duplicate type parameter '${node.name}'`, node);
    this.scope.add(node.name, TYPE_PARAMETER | LOCAL);
    if (node.name === "__debug__") this.forbid_debug("Store", node);
    if (node.tag === "TypeVar" && node.bound !== null) {
      const { bound } = node;
      const what = bound.tag === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
      this.inside(new Scope("type variable", this.scope, what), () => this.expression(bound));
    }
    const { default_value } = node;
    if (default_value === null) return;
    const scope = new Scope("type variable", this.scope, `a ${node.tag} default`);
    this.inside(scope, () => this.expression(unstarred(default_value)));
  }
}

function binding_around(around: Scope | null, name: string): number {
  for (let scope = around; scope !== null; scope = scope.parent) {
    // the methods of a class see it under this name
    if (scope.kind === "class" && name === "__class__") return LOCAL;
    if (scope.kind === "module" || scope.kind === "class") continue;
    const flags = scope.flags(name);
    if ((flags & GLOBAL) !== 0) return 0;
    if ((flags & NONLOCAL) === 0 && (flags & LOCAL) !== 0) return flags;
  }
  return 0;
}
