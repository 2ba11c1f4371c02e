// Reads the compact signatures of the generated table, each when it is first asked for.
import type {
  CompactApi,
  Declared,
  DeclaredParameter,
  RuntimeApi,
  RuntimeClass,
  RuntimeExport,
  Signature,
} from "./declared-api.ts";

/**
 * The grammar of a compact text:
 *
 *     export    := signatures | "class" head | "=" type | "@" module ":" name
 *     head      := ["<" T {"," T} ">"] [":" type {"," type}] "{" {member ";"} "}"
 *     member    := ["static "] name signatures | name ":" type
 *     signatures := signature {"&" signature}                    (overloads)
 *     signature := "(" [parameter {"," parameter}] ")" type
 *     parameter := ["*" | "/" | "**"] name ["?"] ":" type        (`/`: keyword-only)
 *     type      := name ["<" type {"," type} ">"]
 */
export function decode_runtime_api(compact: CompactApi): RuntimeApi {
  const found = new Map<string, RuntimeExport | null>();
  const names = new Map<string, ReadonlySet<string>>();
  const find = (module: string, name: string): RuntimeExport | null => {
    const key = `${module}:${name}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const text = own(own(compact, module) ?? {}, name);
    const decoded = text === undefined ? null : decode(text, module, name, find);
    found.set(key, decoded);
    return decoded;
  };
  return {
    modules: Object.keys(compact).filter((module) => module !== HIDDEN),
    names(module) {
      const exported = own(compact, module);
      if (exported === undefined || module === HIDDEN) return null;
      const set = names.get(module) ?? new Set(Object.keys(exported));
      names.set(module, set);
      return set;
    },
    find,
  };
}

/** Where classes stand that signatures name but no module exports. */
const HIDDEN = "_";

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function decode(
  text: string,
  module: string,
  name: string,
  find: RuntimeApi["find"],
): RuntimeExport | null {
  const reader = new CompactReader(text);
  if (reader.eat("@")) {
    const [from, original] = [reader.word(), (reader.eat(":"), reader.word())];
    return find(from, original);
  }
  if (reader.eat("=")) return { kind: "constant", type: reader.type() };
  if (reader.eat("class ")) return { kind: "class", class: reader.class(module, name) };
  return { kind: "function", signature: reader.signature() };
}

class CompactReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  eat(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  word(): string {
    const start = this.at;
    while (this.at < this.text.length && !"<>(),;:?{}&".includes(this.text.charAt(this.at))) {
      this.at += 1;
    }
    return this.text.slice(start, this.at);
  }

  type(): Declared {
    let name = this.word();
    if (this.eat(":")) name += `:${this.word()}`;
    return { name, arguments: this.eat("<") ? this.list(">", () => this.type()) : [] };
  }

  signature(): Signature {
    const first = this.one_signature();
    const overloads = [first];
    while (this.eat("&")) overloads.push(this.one_signature());
    if (overloads.length === 1) return first;
    const widest = overloads.reduce((left, right) =>
      right.parameters.length > left.parameters.length ? right : left,
    );
    // What some overload does without may be left out.
    const least = Math.min(...overloads.map((each) => each.parameters.length));
    const parameters = widest.parameters.map((each, index) =>
      index < least ? each : { ...each, optional: true },
    );
    return { ...widest, parameters, overloads };
  }

  private one_signature(): Signature {
    this.eat("(");
    const parameters = this.list(")", () => this.parameter());
    const result = this.type();
    const effect = EFFECTS[result.name] ?? "plain";
    const is_wrapped = effect === "coroutine" || effect === "blocking";
    return { parameters, result: is_wrapped ? (result.arguments[0] ?? result) : result, effect };
  }

  class(module: string, name: string): RuntimeClass {
    const type_parameters = this.eat("<") ? this.list(">", () => this.word()) : [];
    const bases = this.eat(":") ? this.list("{", () => this.type()) : [];
    if (bases.length === 0) this.eat("{");
    const methods = new Map<string, Signature>();
    const static_methods = new Map<string, Signature>();
    const properties = new Map<string, Declared>();
    let constructor_signature: Signature | null = null;
    while (!this.eat("}") && this.at < this.text.length) {
      const is_static = this.eat("static ");
      const member = this.word();
      if (this.eat(":")) properties.set(member, this.type());
      else if (member === "new") constructor_signature = this.signature();
      else (is_static ? static_methods : methods).set(member, this.signature());
      this.eat(";");
    }
    const parts = { type_parameters, bases, constructor_signature };
    return { module, name, ...parts, methods, static_methods, properties };
  }

  private parameter(): DeclaredParameter {
    const kind = this.eat("**")
      ? "keyword_rest"
      : this.eat("*")
        ? "rest"
        : this.eat("/")
          ? "keyword_only"
          : "positional";
    const name = this.word();
    const optional = this.eat("?");
    this.eat(":");
    return { name, kind, optional, type: this.type() };
  }

  private list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    while (!this.eat(end) && this.at < this.text.length) {
      items.push(item());
      this.eat(",");
    }
    return items;
  }
}

const EFFECTS: Readonly<Record<string, Signature["effect"]>> = {
  coroutine: "coroutine",
  blocking: "blocking",
  async_generator: "async_generator",
  generator: "generator",
};
