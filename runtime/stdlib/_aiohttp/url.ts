// yarl.URL, as far as programs look at the URL of a response.
import { hash } from "../../builtins/index.ts";
import { repr } from "../../builtins/representation.ts";

export class URL {
  static readonly __name__: string = "URL";
  static readonly __module__: string = "yarl";
  readonly #parsed: globalThis.URL;

  constructor(text: string) {
    this.#parsed = new globalThis.URL(text);
  }

  get scheme(): string {
    return this.#parsed.protocol.replace(/:$/, "");
  }

  get host(): string {
    return this.#parsed.hostname.replace(/^\[|\]$/g, "");
  }

  get port(): number {
    return this.#parsed.port === ""
      ? this.scheme === "https"
        ? 443
        : 80
      : Number(this.#parsed.port);
  }

  get path(): string {
    return decodeURIComponent(this.#parsed.pathname);
  }

  get query_string(): string {
    return decodeURIComponent(this.#parsed.search.replace(/^\?/, ""));
  }

  get fragment(): string {
    return decodeURIComponent(this.#parsed.hash.replace(/^#/, ""));
  }

  __str__(): string {
    return this.#parsed.href;
  }

  __repr__(): string {
    return `URL(${repr(this.#parsed.href)})`;
  }

  __eq__(other: unknown): boolean {
    return other instanceof URL && other.#parsed.href === this.#parsed.href;
  }

  __hash__(): number {
    return hash(this.#parsed.href);
  }
}
