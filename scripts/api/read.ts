// Reads what each module exports: functions, classes, constants, and names of another module's things.
import ts from "typescript-api";
import { ClassReader } from "./class.ts";
import { SignatureReader } from "./signature.ts";
import { TypeReader } from "./type.ts";

export class ApiReader {
  private readonly checker: ts.TypeChecker;
  /** The first module that exports a thing is where it lives; the others refer to it. */
  private readonly homes = new Map<ts.Symbol, { module: string; name: string }>();
  private readonly classes: ClassReader;
  private readonly signatures: SignatureReader;
  private readonly types: TypeReader;
  private readonly program: ts.Program;
  private readonly files: ReadonlyMap<string, string>;

  constructor(program: ts.Program, files: ReadonlyMap<string, string>) {
    this.program = program;
    this.files = files;
    this.checker = program.getTypeChecker();
    this.types = new TypeReader(this.checker, this.homes);
    this.signatures = new SignatureReader(this.checker, this.types);
    this.classes = new ClassReader(this.checker, this.types, this.signatures);
  }

  read(): Record<string, Record<string, string>> {
    const exports = new Map([...this.files].map(([module, file]) => [module, this.exports(file)]));
    for (const [module, symbols] of exports) {
      for (const [name, symbol] of symbols) {
        const known = this.homes.get(symbol);
        if (known === undefined) this.homes.set(symbol, { module, name });
      }
    }
    const table: Record<string, Record<string, string>> = {};
    for (const [module, symbols] of exports) {
      const names: Record<string, string> = {};
      for (const [name, symbol] of symbols) {
        const text = this.text(module, name, symbol);
        if (text !== null) names[name] = text;
      }
      table[module] = names;
    }
    const hidden = this.hidden_classes();
    if (Object.keys(hidden).length > 0) table["_"] = hidden;
    return table;
  }

  private exports(file: string): Map<string, ts.Symbol> {
    const source = this.program.getSourceFile(file);
    const module = source === undefined ? undefined : this.checker.getSymbolAtLocation(source);
    if (module === undefined) return new Map();
    const found = this.checker.getExportsOfModule(module).map((symbol) => {
      const is_alias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      return [symbol.name, is_alias ? this.checker.getAliasedSymbol(symbol) : symbol] as const;
    });
    return new Map(found.sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  private text(module: string, name: string, symbol: ts.Symbol): string | null {
    if ((symbol.flags & ts.SymbolFlags.Value) === 0) return null;
    const home = this.homes.get(symbol);
    if (home !== undefined && (home.module !== module || home.name !== name)) {
      return `@${home.module}:${home.name}`;
    }
    const declaration = symbol.valueDeclaration;
    if (declaration !== undefined && ts.isClassDeclaration(declaration)) {
      return this.classes.text(declaration);
    }
    const type = this.checker.getTypeOfSymbol(symbol);
    const signatures = type.getCallSignatures();
    if (module === "builtins") return this.built_in(signatures);
    if (signatures.length > 0) return this.signatures.overloads(signatures);
    return `=${this.types.declared_or_inferred(declaration, type)}`;
  }

  /** The analysis knows Python's built-in functions itself, but not the classes that some make. */
  private built_in(signatures: readonly ts.Signature[]): string {
    const text = this.signatures.overloads(signatures);
    return text.slice(text.lastIndexOf(")")).includes(":") ? text : "=unknown";
  }

  /** Classes that no module exports but that some signature names: their members, and those that they name. */
  private hidden_classes(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [name, declaration] of this.types.hidden)
      found[name] = this.classes.text(declaration);
    return found;
  }
}
