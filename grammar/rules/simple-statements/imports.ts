// "The import statement".
import type { Alias, Import, ImportFrom } from "../../ast/simple-statements.ts";
import { Failure } from "../../failure.ts";
import * as t from "../../tokens/vocabulary.ts";
import { Patterns } from "../patterns/patterns.ts";

const newline = t.index_of(t.Newline);

export abstract class Imports extends Patterns {
  // import_name: 'import' ','.dotted_as_name+
  readonly import_name = this.rule("import_name", (): Import => {
    const start = this.CONSUME(t.Import).startOffset;
    const names = [this.SUBRULE(this.dotted_as_name)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      names.push(this.SUBRULE1(this.dotted_as_name));
    });
    return { tag: "Import", start, end: this.previous().stop, names };
  });

  // dotted_as_name: dotted_name ['as' NAME]
  readonly dotted_as_name = this.rule("dotted_as_name", (): Alias => {
    const start = this.next().startOffset;
    const name = this.SUBRULE(this.dotted_name);
    const asname =
      this.OPTION(() => {
        this.CONSUME(t.As);
        return this.CONSUME(t.Name).image;
      }) ?? null;
    return { tag: "alias", start, end: this.previous().stop, name, asname };
  });

  // dotted_name: '.'.NAME+
  readonly dotted_name = this.rule("dotted_name", (): string => {
    let name = this.CONSUME(t.Name).image;
    this.MANY(() => {
      this.CONSUME(t.Dot);
      name += `.${this.CONSUME1(t.Name).image}`;
    });
    return name;
  });

  // import_from: 'from' ('.' | '...')* [dotted_name] 'import' import_from_targets
  readonly import_from = this.rule("import_from", (): ImportFrom => {
    const start = this.CONSUME(t.From).startOffset;
    let level = 0;
    this.MANY(() => {
      level += this.OR([
        { ALT: () => this.CONSUME(t.Dot) && 1 },
        { ALT: () => this.CONSUME(t.Ellipsis) && 3 },
      ]);
    });
    const module = this.OPTION(() => this.SUBRULE(this.dotted_name)) ?? null;
    if (module === null && level === 0 && !this.RECORDING_PHASE) this.refuse(this.next(), null);
    this.CONSUME(t.Import);
    const names = this.SUBRULE(this.import_from_targets);
    return { tag: "ImportFrom", start, end: this.previous().stop, module, names, level };
  });

  // import_from_targets: '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*'
  readonly import_from_targets = this.rule("import_from_targets", (): readonly Alias[] =>
    this.OR([
      {
        ALT: (): readonly Alias[] => {
          this.CONSUME(t.LeftParenthesis);
          const names = this.SUBRULE(this.import_from_as_names);
          this.CONSUME(t.RightParenthesis);
          return names;
        },
      },
      {
        ALT: (): readonly Alias[] => {
          const names = this.SUBRULE1(this.import_from_as_names);
          if (this.previous().image === "," && this.next().tokenTypeIdx === newline) {
            const { startOffset } = this.next();
            const message = "trailing comma not allowed without surrounding parentheses";
            throw new Failure(message, startOffset, startOffset + 1);
          }
          return names;
        },
      },
      {
        ALT: (): readonly Alias[] => {
          const start = this.CONSUME(t.Star).startOffset;
          return [{ tag: "alias", start, end: start + 1, name: "*", asname: null }];
        },
      },
    ]),
  );

  // import_from_as_names: ','.(NAME ['as' NAME])+
  readonly import_from_as_names = this.rule("import_from_as_names", (): readonly Alias[] => {
    const names = [this.SUBRULE(this.import_from_as_name)];
    let is_open = true;
    this.MANY(() => {
      if (!is_open) this.refuse(this.next(), null);
      this.CONSUME(t.Comma);
      is_open = false;
      this.OPTION(() => {
        names.push(this.SUBRULE1(this.import_from_as_name));
        is_open = true;
      });
    });
    return names;
  });

  readonly import_from_as_name = this.rule("import_from_as_name", (): Alias => {
    const { startOffset: start, image: name } = this.CONSUME(t.Name);
    const asname =
      this.OPTION(() => {
        this.CONSUME(t.As);
        return this.CONSUME1(t.Name).image;
      }) ?? null;
    return { tag: "alias", start, end: this.previous().stop, name, asname };
  });
}
