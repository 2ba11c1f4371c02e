// TypeScript's types in the terms of `src/facts/declared-api.ts`; what has no such term is `unknown`.
import ts from "typescript-api";

type Home = { readonly module: string; readonly name: string };

export class TypeReader {
  /** Classes that signatures name but no module exports. */
  readonly hidden = new Map<string, ts.ClassDeclaration>();
  private readonly checker: ts.TypeChecker;
  private readonly homes: ReadonlyMap<ts.Symbol, Home>;
  private depth = 0;

  constructor(checker: ts.TypeChecker, homes: ReadonlyMap<ts.Symbol, Home>) {
    this.checker = checker;
    this.homes = homes;
  }

  of(node: ts.TypeNode): string {
    if (this.depth > 12) return "unknown";
    this.depth += 1;
    const text = this.node(node);
    this.depth -= 1;
    return text;
  }

  /** What the declaration says, or else what the checker has found out. */
  declared_or_inferred(declaration: ts.Node | undefined, type: ts.Type): string {
    const is_typed =
      declaration !== undefined &&
      (ts.isParameter(declaration) ||
        ts.isPropertyDeclaration(declaration) ||
        ts.isPropertySignature(declaration) ||
        ts.isVariableDeclaration(declaration) ||
        ts.isGetAccessor(declaration));
    if (is_typed && declaration.type !== undefined) return this.of(declaration.type);
    return this.of_type(type);
  }

  heritage(node: ts.ExpressionWithTypeArguments): string {
    const symbol = this.symbol(node.expression);
    return symbol === undefined
      ? "unknown"
      : (this.class_name(symbol, node.typeArguments) ?? "unknown");
  }

  /** The element of a rest parameter. */
  rest(node: ts.TypeNode): string {
    if (ts.isTypeOperatorNode(node)) return this.rest(node.type);
    if (ts.isArrayTypeNode(node)) return this.of(node.elementType);
    if (!ts.isTypeReferenceNode(node)) return "unknown";
    const constraint = this.constraint(node);
    if (constraint === null) return "unknown";
    const element = this.rest(constraint);
    const name = node.typeName.getText();
    if (element.startsWith("awaitable")) return `awaitable<$${name}>`;
    return element === "unknown" ? `$...${name}` : element;
  }

  of_type(type: ts.Type): string {
    const { flags } = type;
    if (flags & ts.TypeFlags.StringLike) return "str";
    if (type.isNumberLiteral()) return Number.isInteger(type.value) ? "int" : "float";
    if (flags & ts.TypeFlags.NumberLike) return "number";
    if (flags & ts.TypeFlags.BooleanLike) return "bool";
    if (flags & ts.TypeFlags.BigIntLike) return "int";
    if (flags & ts.TypeFlags.Never) return "never";
    if (flags & (ts.TypeFlags.Void | ts.TypeFlags.Null | ts.TypeFlags.Undefined)) return "none";
    if (type.isUnion()) return union(type.types.map((one) => this.of_type(one)));
    const symbol = type.getSymbol();
    if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Class) === 0) return "unknown";
    return this.class_name(symbol, undefined) ?? "unknown";
  }

  private node(node: ts.TypeNode): string {
    if (ts.isParenthesizedTypeNode(node)) return this.of(node.type);
    if (ts.isTypeOperatorNode(node)) return this.readonly(node);
    if (ts.isArrayTypeNode(node)) return `list<${this.of(node.elementType)}>`;
    if (ts.isTupleTypeNode(node)) return this.tuple(node);
    if (ts.isUnionTypeNode(node)) return union(node.types.map((type) => this.of(type)));
    if (ts.isFunctionTypeNode(node)) return this.function(node);
    if (ts.isLiteralTypeNode(node)) return literal(node);
    if (ts.isTypePredicateNode(node)) return "bool";
    if (node.kind === ts.SyntaxKind.ThisType) return "self";
    if (ts.isTypeReferenceNode(node)) return this.reference(node);
    return KEYWORDS.get(node.kind) ?? "unknown";
  }

  private readonly(node: ts.TypeOperatorNode): string {
    const inner = node.type;
    if (ts.isArrayTypeNode(inner)) return `iterable<${this.of(inner.elementType)}>`;
    return this.of(inner);
  }

  private tuple(node: ts.TupleTypeNode): string {
    const parts = node.elements.map((element) => {
      const inner = ts.isNamedTupleMember(element) ? element.type : element;
      if (!ts.isRestTypeNode(inner)) return this.of(inner);
      return `*<${this.rest(inner.type)}>`;
    });
    return parts.length === 0 ? "tuple" : `tuple<${parts.join(",")}>`;
  }

  private function(node: ts.FunctionTypeNode): string {
    const parts = node.parameters.map((parameter) => {
      if (parameter.type === undefined) return "unknown";
      if (parameter.dotDotDotToken === undefined) return this.of(parameter.type);
      return `*<${this.rest(parameter.type)}>`;
    });
    return `function<${[...parts, this.of(node.type)].join(",")}>`;
  }

  private reference(node: ts.TypeReferenceNode): string {
    const name = node.typeName.getText();
    const args = node.typeArguments ?? [];
    const argument = (index: number): string => {
      const found = args[index];
      return found === undefined ? "unknown" : this.of(found);
    };
    if (Object.hasOwn(NAMED, name)) return NAMED[name] ?? "unknown";
    switch (name) {
      case "Promise":
        return `coroutine<${argument(0)}>`;
      case "Blocking":
        return `blocking<${argument(0)}>`;
      case "Awaitable":
      case "CoroutineLike":
      case "PromiseLike":
      case "Coroutine":
        return `awaitable<${argument(0)}>`;
      case "Array":
        return `list<${argument(0)}>`;
      case "ReadonlyArray":
      case "Iterable":
        return `iterable<${argument(0)}>`;
      case "AsyncIterable":
        return `async_iterable<${argument(0)}>`;
      case "Iterator":
      case "IterableIterator":
      case "ArrayIterator":
      case "IteratorObject":
        return `iterator<${argument(0)}>`;
      case "Generator":
        return `generator<${argument(0)},${argument(2)},${argument(1)}>`;
      case "AsyncGenerator":
        return `async_generator<${argument(0)},${argument(2)}>`;
      case "Dict":
        return `dict<${argument(0)},${argument(1)}>`;
      case "PySet":
        return `set<${argument(0)}>`;
      case "FrozenSet":
        return `frozenset<${argument(0)}>`;
      default:
        return this.named(node);
    }
  }

  private named(node: ts.TypeReferenceNode): string {
    const symbol = this.symbol(node.typeName);
    if (symbol === undefined) return "unknown";
    if ((symbol.flags & ts.SymbolFlags.TypeParameter) !== 0) return `$${symbol.name}`;
    const as_class = this.class_name(symbol, node.typeArguments);
    if (as_class !== null) return as_class;
    const alias = symbol.declarations?.find(ts.isTypeAliasDeclaration);
    if (alias === undefined) return "unknown";
    if (ts.isMappedTypeNode(alias.type)) return this.mapped(alias.type, node);
    const is_generic = (alias.typeParameters ?? []).length > 0;
    return is_generic ? this.generic_alias(alias, node) : this.of(alias.type);
  }

  /** `{ [K in keyof A]: ResultOf<A[K]> }` over the arguments of a call: the list of what they give. */
  private mapped(mapped: ts.MappedTypeNode, node: ts.TypeReferenceNode): string {
    const given = node.typeArguments?.[0];
    const is_results = mapped.type !== undefined && ts.isTypeReferenceNode(mapped.type);
    if (given === undefined || !ts.isTypeReferenceNode(given)) return "unknown";
    return is_results ? `list<$${given.typeName.getText()}>` : "list<unknown>";
  }

  private generic_alias(alias: ts.TypeAliasDeclaration, node: ts.TypeReferenceNode): string {
    let text = this.of(alias.type);
    alias.typeParameters?.forEach((parameter, index) => {
      const given = node.typeArguments?.[index];
      const argument = given === undefined ? "unknown" : this.of(given);
      text = text.replaceAll(
        new RegExp(`\\$${parameter.name.text}(?![\\w.])`, "g"),
        () => argument,
      );
    });
    return text;
  }

  private class_name(
    symbol: ts.Symbol,
    type_arguments: ts.NodeArray<ts.TypeNode> | undefined,
  ): string | null {
    const declaration = symbol.declarations?.find(ts.isClassDeclaration);
    if (declaration === undefined) return null;
    const own = BUILT_IN_CLASSES[symbol.name];
    if (own !== undefined) return own;
    const home = this.homes.get(symbol);
    if (home === undefined) {
      if (declaration.getSourceFile().isDeclarationFile) return "unknown";
      this.hidden.set(symbol.name, declaration);
    }
    const { module, name } = home ?? { module: "_", name: symbol.name };
    const parameters = declaration.typeParameters ?? [];
    const args = parameters.map((_, index) => {
      const given = type_arguments?.[index];
      return given === undefined ? "unknown" : this.of(given);
    });
    return `${module}:${name}${args.length === 0 ? "" : `<${args.join(",")}>`}`;
  }

  private constraint(node: ts.TypeReferenceNode): ts.TypeNode | null {
    const declaration = this.symbol(node.typeName)?.declarations?.find(
      ts.isTypeParameterDeclaration,
    );
    return declaration?.constraint ?? null;
  }

  private symbol(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    if (symbol === undefined) return undefined;
    const is_alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return is_alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }
}

const KEYWORDS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.StringKeyword, "str"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "bool"],
  [ts.SyntaxKind.BigIntKeyword, "int"],
  [ts.SyntaxKind.VoidKeyword, "none"],
  [ts.SyntaxKind.UndefinedKeyword, "none"],
  [ts.SyntaxKind.NeverKeyword, "never"],
]);

const NAMED: Readonly<Record<string, string>> = {
  int: "int",
  float: "float",
  Dynamic: "unknown",
  Bytes: "bytes",
  ByteArray: "bytearray",
  Range: "range",
  Slice: "slice",
  Complex: "complex",
  Float: "float",
};

const BUILT_IN_CLASSES: Readonly<Record<string, string>> = {
  Bytes: "bytes",
  ByteArray: "bytearray",
  Range: "range",
  Slice: "slice",
  Complex: "complex",
  Float: "float",
};

function literal(node: ts.LiteralTypeNode): string {
  switch (node.literal.kind) {
    case ts.SyntaxKind.NullKeyword:
      return "none";
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
      return "bool";
    case ts.SyntaxKind.StringLiteral:
      return "str";
    default:
      return "number";
  }
}

/** Flat and without repetition; what may be anything is `unknown`. */
function union(parts: readonly string[]): string {
  const flat = [...new Set(parts.flatMap(members))];
  if (flat.includes("unknown")) return "unknown";
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : `union<${flat.join(",")}>`;
}

/** The members of a union's text, commas inside brackets left alone. */
function members(text: string): string[] {
  if (!text.startsWith("union<")) return [text];
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  const inner = text.slice("union<".length, -1);
  for (let index = 0; index <= inner.length; index++) {
    const character = inner.charAt(index);
    if (character === "<") depth += 1;
    if (character === ">") depth -= 1;
    if (index === inner.length || (character === "," && depth === 0)) {
      found.push(inner.slice(start, index));
      start = index + 1;
    }
  }
  return found;
}
