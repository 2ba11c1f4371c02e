// os.environ: the process's environment as a mapping.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { KeyError, TypeError } from "../../builtins/exceptions/index.ts";
import { Dict } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";
import { bare_type_name } from "../../builtins/type-name.ts";
import { environment } from "../../platform/file-system.ts";

/** What is written here, this process and its children see. */
export class Environ extends Dict<string, string> {
  static override readonly __name__: string = "_Environ";
  static override readonly __module__: string = "os";

  constructor() {
    super();
    for (const [name, value] of Object.entries(environment)) {
      if (value !== undefined) super.set(name, value);
    }
  }

  override set(name: string, value: string): this {
    for (const text of [name, value]) {
      if (typeof text !== "string")
        throw new TypeError(`str expected, not ${bare_type_name(text)}`);
    }
    environment[name] = value;
    return super.set(name, value);
  }

  override delete(name: Dynamic): void {
    if (!this.has(name)) throw new KeyError(name);
    delete environment[name];
    super.delete(name);
  }

  override __repr__(): string {
    const items = [...this.entries()].map(([name, value]) => `${repr(name)}: ${repr(value)}`);
    return `environ({${items.join(", ")}})`;
  }
}
