// The cookies of a session: by host, as servers set them.

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
}

export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  /** The cookies that a response sets; those that are over go. */
  store(url: globalThis.URL, headers: readonly (readonly [string, string])[]): void {
    for (const [name, value] of headers) {
      if (name.toLowerCase() === "set-cookie") this.#store_one(url, value);
    }
  }

  set(name: string, value: string): void {
    this.#cookies.set(`${name};;/`, { name, value, domain: "", path: "/" });
  }

  /** The Cookie header for a request; `null` where there is none to send. */
  header(url: globalThis.URL): string | null {
    const fitting = [...this.#cookies.values()].filter(
      ({ domain, path }) =>
        (domain === "" || url.hostname === domain || url.hostname.endsWith(`.${domain}`)) &&
        url.pathname.startsWith(path),
    );
    return fitting.length === 0
      ? null
      : fitting.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  clear(): void {
    this.#cookies.clear();
  }

  #store_one(url: globalThis.URL, header: string): void {
    const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
    const equals = pair.indexOf("=");
    if (equals <= 0) return;
    const attribute = (wanted: string): string | null =>
      attributes
        .find((each) => each.toLowerCase().startsWith(`${wanted}=`))
        ?.slice(wanted.length + 1) ?? null;
    const domain = (attribute("domain") ?? url.hostname).replace(/^\./, "").toLowerCase();
    const path = attribute("path") ?? "/";
    const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
    const key = `${name};${domain};${path}`;
    const age = attribute("max-age");
    const expires = attribute("expires");
    const is_over =
      age === null ? expires !== null && Date.parse(expires) < Date.now() : Number(age) <= 0;
    if (is_over) this.#cookies.delete(key);
    else this.#cookies.set(key, { name, value, domain, path });
  }
}
