// (a: int, b = "", …rest: T[], { k = 1 }: Options = {}): R → (a:int,b?:str,*rest:$T,/k?:int)R
import ts from "typescript-api";
import type { TypeReader } from "./type.ts";

interface Parameter {
  readonly mark: "" | "*" | "/" | "**";
  readonly name: string;
  readonly optional: boolean;
  type: string;
}

export class SignatureReader {
  private readonly checker: ts.TypeChecker;
  private readonly types: TypeReader;

  constructor(checker: ts.TypeChecker, types: TypeReader) {
    this.checker = checker;
    this.types = types;
  }

  overloads(signatures: readonly ts.Signature[]): string {
    const texts = signatures.flatMap((signature) => {
      const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined;
      return declaration === undefined ? [] : [this.of_declaration(declaration)];
    });
    return texts.length === 0 ? "=unknown" : [...new Set(texts)].join("&");
  }

  of_declaration(node: ts.SignatureDeclaration): string {
    const parameters = node.parameters.flatMap((parameter) => this.parameter(parameter));
    pass_arguments_on(parameters);
    const texts = parameters.map(
      ({ mark, name, optional, type }) => `${mark}${name}${optional ? "?" : ""}:${type}`,
    );
    return `(${texts.join(",")})${this.result(node)}`;
  }

  private result(node: ts.SignatureDeclaration): string {
    if (ts.isConstructorDeclaration(node)) return "none";
    if (node.type !== undefined) return this.types.of(node.type);
    const signature = this.checker.getSignatureFromDeclaration(node);
    if (signature === undefined) return "unknown";
    return this.types.of_type(this.checker.getReturnTypeOfSignature(signature));
  }

  private parameter(node: ts.ParameterDeclaration): Parameter[] {
    if (node.name.getText() === "this") return [];
    if (node.dotDotDotToken !== undefined) return this.rest(node);
    const options = this.options(node);
    if (options !== null) return options;
    const optional = node.questionToken !== undefined || node.initializer !== undefined;
    const type = this.types.declared_or_inferred(node, this.checker.getTypeAtLocation(node));
    return [{ mark: "", name: python_name(node.name.getText()), optional, type }];
  }

  private rest(node: ts.ParameterDeclaration): Parameter[] {
    const name = python_name(node.name.getText());
    if (node.type !== undefined && ts.isTupleTypeNode(node.type)) {
      const last = node.type.elements.at(-1);
      const first = node.type.elements[0];
      const options =
        last === undefined ? [] : this.properties(this.checker.getTypeAtLocation(last));
      const inner = first !== undefined && ts.isRestTypeNode(first) ? first.type : undefined;
      const type = inner === undefined ? "unknown" : this.types.rest(inner);
      return [{ mark: "*", name, optional: true, type }, ...options];
    }
    const type = node.type === undefined ? "unknown" : this.types.rest(node.type);
    return [{ mark: "*", name, optional: true, type }];
  }

  /** The trailing plain object of keyword-only parameters; `null` when the parameter is none. */
  private options(node: ts.ParameterDeclaration): Parameter[] | null {
    const is_last = node.parent.parameters.at(-1) === node;
    const name = node.name.getText();
    const is_named = /^_?(options|keywords|kwargs)$/.test(name);
    if (!is_last || (!ts.isObjectBindingPattern(node.name) && !is_named)) return null;
    const type = this.checker.getTypeAtLocation(node);
    if (type.getStringIndexType() !== undefined && type.getProperties().length === 0) {
      return [{ mark: "**", name: "kwargs", optional: true, type: "unknown" }];
    }
    return this.properties(type);
  }

  private properties(type: ts.Type): Parameter[] {
    return this.checker
      .getNonNullableType(type)
      .getProperties()
      .map((property) => {
        const declaration = property.valueDeclaration;
        const is_optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
        const declared = this.types.declared_or_inferred(
          declaration,
          this.checker.getTypeOfSymbol(property),
        );
        return {
          mark: "/",
          name: python_name(property.name),
          optional: is_optional,
          type: declared,
        };
      });
  }
}

/** `callback, *args` and `target, args`: what Python writes so passes the arguments on to the function. */
function pass_arguments_on(parameters: Parameter[]): void {
  const given = parameters.find(({ name }) => name === "args");
  const callee = parameters.find(({ type }) => type.includes("function<*<unknown>"));
  if (given === undefined || callee === undefined) return;
  if (given.mark === "*" && given.type === "unknown") given.type = "$...args";
  else if (given.mark !== "*" && given.type.includes("iterable<")) given.type = "pack<$...args>";
  else return;
  callee.type = callee.type.replace("*<unknown>", "*<$...args>");
}

/** A leading underscore only says that the body does not use it; a trailing one avoids a reserved word. */
function python_name(name: string): string {
  return name.replace(/^_(?=[a-z])/, "").replace(/_$/, "");
}
