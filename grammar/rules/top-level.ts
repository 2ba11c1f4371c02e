// "Top-level components": a file.
import type { Statement } from "../ast/compound-statements.ts";
import type { EngineOptions } from "../engine.ts";
import * as t from "../tokens/vocabulary.ts";
import { CompoundStatements } from "./compound-statements/statement.ts";

/** The whole grammar. One instance parses any number of texts, one after the other. */
export class PythonParser extends CompoundStatements {
  constructor(options: EngineOptions = {}) {
    super(options);
    this.performSelfAnalysis();
  }

  // file: statement* ENDMARKER
  readonly file = this.rule("file", (): Statement[] => {
    const body: Statement[] = [];
    this.MANY(() => {
      this.SUBRULE(this.statement, { ARGS: [body] });
    });
    this.CONSUME(t.EndMarker);
    return body;
  });

  /** The text is kept for `{x = }` of f-strings, which shows its own source. */
  read(text: string): void {
    this.text = text;
  }
}
