// class C<T> extends B<T> { … } → class<T>:module:B<$T>{new(…)none;method(…)type;property:type}
import ts from "typescript-api";
import type { SignatureReader } from "./signature.ts";
import type { TypeReader } from "./type.ts";

export class ClassReader {
  private readonly checker: ts.TypeChecker;
  private readonly types: TypeReader;
  private readonly signatures: SignatureReader;

  constructor(checker: ts.TypeChecker, types: TypeReader, signatures: SignatureReader) {
    this.checker = checker;
    this.types = types;
    this.signatures = signatures;
  }

  text(node: ts.ClassDeclaration): string {
    const parameters = (node.typeParameters ?? []).map((parameter) => parameter.name.text);
    const head = parameters.length === 0 ? "" : `<${parameters.join(",")}>`;
    const bases = this.bases(node);
    const body = this.members(node).join("");
    return `class ${head}${bases.length === 0 ? "" : `:${bases.join(",")}`}{${body}}`;
  }

  private bases(node: ts.ClassDeclaration): string[] {
    return (node.heritageClauses ?? [])
      .filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
      .flatMap(({ types }) => types.map((type) => this.types.heritage(type)))
      .filter((text) => text.includes(":"));
  }

  private members(node: ts.ClassDeclaration): string[] {
    const texts = new Map<string, string>();
    const overloads = new Map<string, ts.SignatureDeclaration[]>();
    for (const member of node.members) {
      const name = member_name(member);
      if (name === null || is_private(member)) continue;
      const is_static = ts.canHaveModifiers(member) && has_modifier(member, "static");
      if (ts.isConstructorDeclaration(member) || ts.isMethodDeclaration(member)) {
        const key = is_static ? `static ${name}` : name;
        overloads.set(key, [...(overloads.get(key) ?? []), member]);
      } else if (!is_static) {
        const type = this.property(member, name);
        if (type !== null) texts.set(name, `${name}:${type};`);
      }
    }
    for (const [name, declarations] of overloads) {
      const bodiless = declarations.filter((one) => !("body" in one) || one.body === undefined);
      const signatures = (bodiless.length > 0 ? bodiless : declarations).map((one) =>
        this.signatures.of_declaration(one),
      );
      texts.set(name, `${name}${signatures.join("&")};`);
    }
    if (!texts.has("new") && is_root_class(node)) texts.set("new", "new()none;");
    const awaited = this.awaited(node);
    if (awaited !== null) texts.set("then", `then()${awaited};`);
    return [...texts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, text]) => text);
  }

  private property(member: ts.ClassElement, name: string): string | null {
    if (name === "then" || name.startsWith("static")) return null;
    if (!ts.isGetAccessor(member) && !ts.isPropertyDeclaration(member)) return null;
    const type = this.checker.getTypeAtLocation(member);
    return this.types.declared_or_inferred(member, type);
  }

  /** `implements PromiseLike<T>` is how an awaitable class says what awaiting it gives. */
  private awaited(node: ts.ClassDeclaration): string | null {
    for (const clause of node.heritageClauses ?? []) {
      for (const { expression, typeArguments } of clause.types) {
        const is_promise = ts.isIdentifier(expression) && expression.text.startsWith("Promise");
        const argument = typeArguments?.[0];
        if (is_promise && argument !== undefined) return this.types.of(argument);
      }
    }
    return null;
  }
}

/** Whether a class without a constructor of its own has the empty one. */
function is_root_class(node: ts.ClassDeclaration): boolean {
  const is_derived = (node.heritageClauses ?? []).some(
    ({ token }) => token === ts.SyntaxKind.ExtendsKeyword,
  );
  return !is_derived && !has_modifier(node, "abstract");
}

function member_name(member: ts.ClassElement): string | null {
  if (ts.isConstructorDeclaration(member)) return "new";
  const { name } = member;
  if (name === undefined) return null;
  if (ts.isIdentifier(name)) {
    const is_hidden = name.text.startsWith("_") && !/^__\w+__$/.test(name.text);
    return is_hidden ? null : name.text;
  }
  if (!ts.isComputedPropertyName(name)) return null;
  const text = name.expression.getText();
  if (text === "Symbol.iterator") return "__iter__";
  return text === "Symbol.asyncIterator" ? "__aiter__" : null;
}

function is_private(member: ts.ClassElement): boolean {
  return has_modifier(member, "private") || has_modifier(member, "protected");
}

function has_modifier(node: ts.Node, name: string): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return (ts.getModifiers(node) ?? []).some((modifier) => modifier.getText() === name);
}
