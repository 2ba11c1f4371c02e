// `Color.__members__`: a dict that can only be read.
import { TypeError } from "../../builtins/exceptions/index.ts";
import { Dict } from "../../builtins/mappings/dict.ts";

export class MemberMap<V> extends Dict<string, V> {
  static override readonly __name__: string = "mappingproxy";

  override __setitem__(_key: string, _value: V): void {
    throw new TypeError("'mappingproxy' object does not support item assignment");
  }

  override __delitem__(_key: unknown): void {
    throw new TypeError("'mappingproxy' object does not support item deletion");
  }

  __str__(): string {
    return super.__repr__();
  }

  override __repr__(): string {
    return `mappingproxy(${super.__repr__()})`;
  }
}
