// Which module the page was started with.

/** The URL of the page's first module script, of the page itself where that is written into it; `null` in workers. */
export function entry_url(): string | null {
  if (typeof document === "undefined") return null;
  const script = document.querySelector<HTMLScriptElement>('script[type="module"]');
  return script === null || script.src === "" ? document.URL : script.src;
}

export function real_url(url: string): string {
  return url;
}

/** Whether this is the page's own thread, not a worker. */
export function is_main_thread(): boolean {
  return typeof document !== "undefined";
}
