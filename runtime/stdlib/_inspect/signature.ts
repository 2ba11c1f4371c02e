// inspect.signature, Signature and BoundArguments.
import { description_of, described_parameters } from "../../builtins/calls/description.ts";
import { source_parameters } from "../../builtins/calls/source-parameters.ts";
import type { Parameter as DeclaredParameter } from "../../builtins/calls/signature.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { TypeError, ValueError } from "../../builtins/exceptions/index.ts";
import { getattr } from "../../builtins/attributes/getattr.ts";
import { eq } from "../../builtins/equality.ts";
import { is_keywords } from "../../builtins/keywords.ts";
import { Dict } from "../../builtins/mappings/dict.ts";
import { repr } from "../../builtins/representation.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { is_class } from "../../builtins/type-name.ts";
import { _empty, formatannotation, KINDS, Parameter } from "./parameter.ts";

/** The signature of a callable; wrappers show that of what they wrap. TypeError for what can't be called. */
export function signature(
  obj: Dynamic,
  { follow_wrapped = true }: { readonly follow_wrapped?: boolean } = {},
): Signature {
  const f: Dynamic = follow_wrapped ? unwrap(obj) : obj;
  if (typeof f !== "function") {
    const method: Dynamic = getattr(f, "__call__", null);
    if (method === null) throw new TypeError(`${repr(f)} is not a callable object`);
    return signature(method);
  }
  const own: Dynamic = f.__signature__;
  if (own instanceof Signature) return own;
  if (f.func !== undefined && f.keywords instanceof Dict) return of_partial(f);
  return of_function(f);
}

/** What a chain of wrappers wraps. */
export function unwrap(f: Dynamic): Dynamic {
  let at: Dynamic = f;
  const seen = new Set<unknown>();
  while (typeof at === "function" && Object.hasOwn(at, "__wrapped__") && !seen.has(at)) {
    seen.add(at);
    at = at.__wrapped__;
  }
  return at;
}

function of_function(f: Dynamic): Signature {
  const target = typed(f);
  const declared = described_parameters(target) ?? (is_class(f) ? null : source_parameters(target));
  if (declared === null) {
    if (is_class(f)) return new Signature([]);
    throw new ValueError(`no signature found for builtin ${repr(f)}`);
  }
  const description = description_of(target);
  const annotations = description?.annotations?.() ?? {};
  const defaults = [...(description?.defaults ?? [])];
  const optional = declared.filter(
    (each) => each.is_optional && each.kind.startsWith("positional"),
  );
  const parameters = declared.map((each) => {
    const index = optional.indexOf(each);
    const value =
      each.kind === "keyword_only" ? description?.kwdefaults?.[each.name] : defaults[index];
    return new Parameter(each.name, KIND_OF[each.kind], {
      ...(each.is_optional && !each.kind.includes("rest") && !/^keyword_rest$/.test(each.kind)
        ? { default: value ?? null }
        : {}),
      ...(Object.hasOwn(annotations, each.name) ? { annotation: annotations[each.name] } : {}),
    });
  });
  return new Signature(
    parameters,
    Object.hasOwn(annotations, "return") && !is_class(f)
      ? { return_annotation: annotations["return"] }
      : {},
  );
}

/** Classes show their constructor, which a base may have. */
function typed(f: Dynamic): Function {
  if (!is_class(f)) return f;
  for (
    let at: Dynamic = f;
    typeof at === "function" && at !== Function.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    if (description_of(at) !== null) return at;
    const init: unknown =
      at.prototype !== undefined && Object.hasOwn(at.prototype, "__init__")
        ? at.prototype.__init__
        : null;
    if (typeof init === "function" && description_of(init) !== null) return init;
  }
  return f;
}

function of_partial(f: Dynamic): Signature {
  const inner = signature(f.func);
  const keywords: Dict<string, Dynamic> = f.keywords;
  const rest = [...inner.parameters.values()].slice(f.args.length);
  let is_named = false;
  return new Signature(
    rest.map((each: Parameter) => {
      if (keywords.has(each.name)) {
        is_named = true;
        return each.replace({ default: keywords.at(each.name), kind: 3 });
      }
      return is_named && each.kind === KINDS[1] ? each.replace({ kind: 3 }) : each;
    }),
    inner.return_annotation === _empty ? {} : { return_annotation: inner.return_annotation },
  );
}

const KIND_OF: Readonly<Record<DeclaredParameter["kind"], number>> = {
  positional_only: 0,
  positional: 1,
  rest: 2,
  keyword_only: 3,
  keyword_rest: 4,
};

export class Signature {
  static readonly __name__: string = "Signature";
  static readonly __module__: string = "inspect";
  static readonly empty: typeof _empty = _empty;

  get empty(): typeof _empty {
    return _empty;
  }

  readonly parameters: Dict<string, Parameter>;
  readonly return_annotation: Dynamic;

  constructor(
    parameters: Iterable<Parameter> | null = null,
    options: { readonly return_annotation?: Dynamic } = {},
  ) {
    this.parameters = new Dict([...(parameters ?? [])].map((each) => [each.name, each]));
    this.return_annotation = "return_annotation" in options ? options.return_annotation : _empty;
  }

  static from_callable(obj: Dynamic): Signature {
    return signature(obj);
  }

  replace(
    changes: {
      readonly parameters?: Iterable<Parameter>;
      readonly return_annotation?: Dynamic;
    } = {},
  ): Signature {
    const returns =
      "return_annotation" in changes ? changes.return_annotation : this.return_annotation;
    return new Signature(changes.parameters ?? this.parameters.values(), {
      return_annotation: returns,
    });
  }

  /** TypeError where the arguments don't fit. */
  bind(...args: readonly Dynamic[]): BoundArguments {
    return new BoundArguments(this, bound(this, args, false));
  }

  bind_partial(...args: readonly Dynamic[]): BoundArguments {
    return new BoundArguments(this, bound(this, args, true));
  }

  __str__(): string {
    const parts: string[] = [];
    let was_positional_only = false;
    let needs_star = true;
    for (const each of this.parameters.values()) {
      const kind = each.kind.value;
      if (kind === 0) was_positional_only = true;
      else if (was_positional_only) {
        parts.push("/");
        was_positional_only = false;
      }
      if (kind === 2) needs_star = false;
      else if (kind === 3 && needs_star) {
        parts.push("*");
        needs_star = false;
      }
      parts.push(each.__str__());
    }
    if (was_positional_only) parts.push("/");
    const returns =
      this.return_annotation === _empty ? "" : ` -> ${formatannotation(this.return_annotation)}`;
    return `(${parts.join(", ")})${returns}`;
  }

  __repr__(): string {
    return `<Signature ${this.__str__()}>`;
  }

  __eq__(other: unknown): boolean {
    return (
      other instanceof Signature &&
      eq(Tuple.of(...this.parameters.values()), Tuple.of(...other.parameters.values())) &&
      eq(this.return_annotation, other.return_annotation)
    );
  }
}

function bound(
  { parameters }: Signature,
  given: readonly Dynamic[],
  is_partial: boolean,
): Dict<string, Dynamic> {
  const last: Dynamic = given.at(-1);
  const keywords: Record<string, Dynamic> = is_keywords(last) ? { ...last } : {};
  const args = is_keywords(last) ? given.slice(0, -1) : [...given];
  const found = new Dict<string, Dynamic>();
  let index = 0;
  // CPython looks through the parameters twice, and only the first look tells the kind.
  let is_first_look = true;
  for (const each of parameters.values()) {
    const { name } = each;
    const kind = each.kind.value;
    if (
      index >= args.length &&
      (kind === 2 || kind === 4 || each.default !== _empty || Object.hasOwn(keywords, name))
    )
      is_first_look = false;
    if (kind === 2) {
      is_first_look = false;
      if (index < args.length) found.set(name, Tuple.from_iterable(args.slice(index)));
      index = args.length;
    } else if (kind <= 1 && index < args.length) {
      if (kind === 1 && Object.hasOwn(keywords, name))
        throw new TypeError(`multiple values for argument '${name}'`);
      found.set(name, args[index++]);
    } else if (kind === 4) {
      if (Object.keys(keywords).length > 0) found.set(name, new Dict(Object.entries(keywords)));
      for (const key of Object.keys(keywords)) delete keywords[key];
    } else if (kind !== 0 && Object.hasOwn(keywords, name)) {
      found.set(name, keywords[name]);
      delete keywords[name];
    } else if (each.default === _empty && !is_partial) {
      const noun = kind === 3 && is_first_look ? " keyword-only" : "";
      throw new TypeError(`missing a required${noun} argument: '${name}'`);
    }
  }
  if (index < args.length) throw new TypeError("too many positional arguments");
  const [unknown] = Object.keys(keywords);
  if (unknown !== undefined) throw new TypeError(`got an unexpected keyword argument '${unknown}'`);
  return found;
}

export class BoundArguments {
  static readonly __name__: string = "BoundArguments";
  static readonly __module__: string = "inspect";

  readonly signature: Signature;
  arguments: Dict<string, Dynamic>;

  constructor(signature: Signature, given: Dict<string, Dynamic>) {
    this.signature = signature;
    this.arguments = given;
  }

  get args(): readonly Dynamic[] {
    const found: Dynamic[] = [];
    for (const { name, kind } of this.signature.parameters.values()) {
      if (kind.value >= 3 || !this.arguments.has(name)) break;
      if (kind.value === 2) found.push(...this.arguments.at(name));
      else found.push(this.arguments.at(name));
    }
    return Tuple.from_iterable(found);
  }

  get kwargs(): Dict<string, Dynamic> {
    const found = new Dict<string, Dynamic>();
    let is_named = false;
    for (const { name, kind } of this.signature.parameters.values()) {
      if (kind.value >= 3) is_named = true;
      if (!this.arguments.has(name)) {
        is_named = true;
        continue;
      }
      if (!is_named) continue;
      if (kind.value === 4)
        for (const [key, value] of this.arguments.at(name).items()) found.set(key, value);
      else found.set(name, this.arguments.at(name));
    }
    return found;
  }

  apply_defaults(): void {
    const all = new Dict<string, Dynamic>();
    for (const each of this.signature.parameters.values()) {
      const { name } = each;
      if (this.arguments.has(name)) all.set(name, this.arguments.at(name));
      else if (each.default !== _empty) all.set(name, each.default);
      else if (each.kind.value === 2) all.set(name, Tuple.of());
      else if (each.kind.value === 4) all.set(name, new Dict());
    }
    this.arguments = all;
  }

  __repr__(): string {
    const shown = [...this.arguments.items()].map(([name, value]) => `${name}=${repr(value)}`);
    return `<BoundArguments (${shown.join(", ")})>`;
  }
}
