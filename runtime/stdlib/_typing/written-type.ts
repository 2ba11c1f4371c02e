// Types that annotations give as text: `"Optional[int]"`, `"list[str] | None"`.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { Ellipsis } from "../../builtins/ellipsis.ts";
import { NameError, SyntaxError } from "../../builtins/exceptions/index.ts";
import { or_ } from "../../builtins/operators/index.ts";
import { getitem } from "../../builtins/sequences/subscript.ts";
import { Tuple } from "../../builtins/tuple.ts";

/** The type; `named` tells what a name stands for, `undefined` where it is unknown. NameError then. */
export function written_type(text: string, named: (name: string) => Dynamic): Dynamic {
  const reader = new Reader(text, named);
  return reader.whole();
}

const TOKEN =
  /\s*(?:([\p{ID_Start}_][\p{ID_Continue}.]*)|(\.\.\.)|("[^"]*"|'[^']*')|(-?\d+)|([[\],|]))/uy;

class Reader {
  private readonly text: string;
  private readonly named: (name: string) => Dynamic;
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string, named: (name: string) => Dynamic) {
    this.text = text;
    this.named = named;
    this.tokens = this.split();
  }

  whole(): Dynamic {
    const found = this.union();
    if (this.at < this.tokens.length) throw this.wrong();
    return found;
  }

  private split(): readonly string[] {
    const found: string[] = [];
    const text = this.text.trimEnd();
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
      const match = TOKEN.exec(text);
      if (match === null) throw this.wrong();
      found.push(match[0].trim());
    }
    return found;
  }

  private wrong(): SyntaxError {
    return new SyntaxError(`Forward reference must be an expression -- got '${this.text}'`);
  }

  private union(): Dynamic {
    let left = this.subscripted();
    while (this.tokens[this.at] === "|") {
      this.at++;
      left = or_(left, this.subscripted());
    }
    return left;
  }

  private subscripted(): Dynamic {
    const base = this.atom();
    if (this.tokens[this.at] !== "[") return base;
    const items = this.items();
    const [only] = items;
    return getitem(base, items.length === 1 ? only : Tuple.from_iterable(items));
  }

  private items(): Dynamic[] {
    this.at++;
    const items: Dynamic[] = [];
    while (this.tokens[this.at] !== "]") {
      if (this.at >= this.tokens.length) throw this.wrong();
      items.push(this.union());
      if (this.tokens[this.at] === ",") this.at++;
    }
    this.at++;
    return items;
  }

  private atom(): Dynamic {
    const token = this.tokens[this.at];
    if (token === undefined) throw this.wrong();
    if (token === "[") return this.items();
    this.at++;
    if (token === "None") return null;
    if (token === "...") return Ellipsis;
    if (/^["']/.test(token)) return written_type(token.slice(1, -1), this.named);
    if (/^-?\d/.test(token)) return Number(token);
    const found = this.named(token);
    if (found === undefined) throw new NameError(`name '${token}' is not defined`, { name: token });
    return found;
  }
}
