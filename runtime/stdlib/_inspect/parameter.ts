// inspect.Parameter: one parameter of a signature, and its kinds.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { ValueError } from "../../builtins/exceptions/index.ts";
import { eq } from "../../builtins/equality.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { class_module, class_qualname, is_class } from "../../builtins/type-name.ts";

/** `Parameter.POSITIONAL_ONLY` and its like: numbers with names. */
export class ParameterKind {
  static readonly __name__: string = "_ParameterKind";
  static readonly __module__: string = "inspect";

  readonly value: number;
  readonly name: string;
  readonly description: string;

  constructor(value: number, name: string, description: string) {
    this.value = value;
    this.name = name;
    this.description = description;
  }

  valueOf(): number {
    return this.value;
  }

  __index__(): number {
    return this.value;
  }

  __repr__(): string {
    return `<_ParameterKind.${this.name}: ${this.value}>`;
  }

  __str__(): string {
    return this.name;
  }
}

export const KINDS: readonly ParameterKind[] = [
  new ParameterKind(0, "POSITIONAL_ONLY", "positional-only"),
  new ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword"),
  new ParameterKind(2, "VAR_POSITIONAL", "variadic positional"),
  new ParameterKind(3, "KEYWORD_ONLY", "keyword-only"),
  new ParameterKind(4, "VAR_KEYWORD", "variadic keyword"),
];

/** Stands for what is not there. */
export class _empty {
  static readonly __module__: string = "inspect";
}

export interface ParameterOptions {
  readonly default?: Dynamic;
  readonly annotation?: Dynamic;
}

export class Parameter {
  static readonly __name__: string = "Parameter";
  static readonly __module__: string = "inspect";
  static readonly POSITIONAL_ONLY: ParameterKind = KINDS[0] as ParameterKind;
  static readonly POSITIONAL_OR_KEYWORD: ParameterKind = KINDS[1] as ParameterKind;
  static readonly VAR_POSITIONAL: ParameterKind = KINDS[2] as ParameterKind;
  static readonly KEYWORD_ONLY: ParameterKind = KINDS[3] as ParameterKind;
  static readonly VAR_KEYWORD: ParameterKind = KINDS[4] as ParameterKind;
  static readonly empty: typeof _empty = _empty;

  get empty(): typeof _empty {
    return _empty;
  }

  readonly name: string;
  readonly kind: ParameterKind;
  readonly default: Dynamic;
  readonly annotation: Dynamic;

  constructor(name: string, kind: Dynamic, options: ParameterOptions = {}) {
    const found = KINDS[Number(kind)];
    if (found === undefined)
      throw new ValueError(`value ${repr(kind)} is not a valid Parameter.kind`);
    this.name = name;
    this.kind = found;
    this.default = "default" in options ? options.default : _empty;
    this.annotation = "annotation" in options ? options.annotation : _empty;
  }

  replace(
    changes: ParameterOptions & { readonly name?: string; readonly kind?: Dynamic } = {},
  ): Parameter {
    return new Parameter(changes.name ?? this.name, changes.kind ?? this.kind, {
      default: "default" in changes ? changes.default : this.default,
      annotation: "annotation" in changes ? changes.annotation : this.annotation,
    });
  }

  __str__(): string {
    const has_annotation = this.annotation !== _empty;
    let text = has_annotation ? `${this.name}: ${formatannotation(this.annotation)}` : this.name;
    if (this.default !== _empty) text += `${has_annotation ? " = " : "="}${repr(this.default)}`;
    if (this.kind === KINDS[2]) return `*${text}`;
    return this.kind === KINDS[4] ? `**${text}` : text;
  }

  __repr__(): string {
    return `<Parameter "${this.__str__()}">`;
  }

  __eq__(other: unknown): boolean {
    return (
      other instanceof Parameter &&
      this.name === other.name &&
      this.kind === other.kind &&
      eq(this.default, other.default) &&
      eq(this.annotation, other.annotation)
    );
  }
}

/** An annotation as signatures show it. */
export function formatannotation(annotation: Dynamic): string {
  if (typeof annotation === "function" && is_class(annotation)) {
    const module = class_module(annotation);
    const name = class_qualname(annotation);
    return module === "builtins" ? name : `${module}.${name}`;
  }
  const text = typeof annotation === "string" ? repr(annotation) : text_of(repr(annotation));
  return text.replaceAll(/\btyping\./g, "");
}
