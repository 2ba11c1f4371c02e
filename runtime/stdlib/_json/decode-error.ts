// json.JSONDecodeError: what is wrong with a document, and where.
import { ValueError } from "../../builtins/exceptions/index.ts";

export class JSONDecodeError extends ValueError {
  static override readonly __name__: string = "JSONDecodeError";
  static override readonly __module__: string = "json.decoder";
  readonly msg: string;
  readonly doc: string;
  /** In code points, as are line and column, which count from 1. */
  readonly pos: number;
  readonly lineno: number;
  readonly colno: number;

  constructor(msg: string, doc: string, pos: number) {
    const before = [...doc].slice(0, pos);
    const line_start = before.lastIndexOf("\n") + 1;
    const lineno = before.filter((character) => character === "\n").length + 1;
    const colno = pos - line_start + 1;
    super(`${msg}: line ${lineno} column ${colno} (char ${pos})`);
    this.msg = msg;
    this.doc = doc;
    this.pos = pos;
    this.lineno = lineno;
    this.colno = colno;
  }
}
