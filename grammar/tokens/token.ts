// One token: the least that Chevrotain's parser needs, and its end.
import type { IToken, TokenType } from "chevrotain";
import { vocabulary } from "./vocabulary.ts";

const first = vocabulary[0]?.tokenTypeIdx ?? 0;

/** All tokens are of this one shape, so that the parser's reads of them stay monomorphic. */
export class Token implements IToken {
  tokenTypeIdx: number;
  startOffset: number;
  /** End in the text, exclusive. */
  stop: number;
  /** The text of names, literals and pieces of f-strings; the fixed text of the others. */
  image: string;
  /** On an opening bracket: the index of the token that closes it; -1 when none does. */
  pair: number;

  constructor(index: number, start: number, stop: number, image: string) {
    this.tokenTypeIdx = index;
    this.startOffset = start;
    this.stop = stop;
    this.image = image;
    this.pair = -1;
  }

  get tokenType(): TokenType {
    const type = vocabulary[this.tokenTypeIdx - first];
    if (type === undefined) throw new Error(`no token type ${this.tokenTypeIdx}`);
    return type;
  }
}
