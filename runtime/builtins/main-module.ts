// is_main(): whether a module is the program, not something that the program imports.
import { entry_url, is_main_thread, real_url } from "../platform/entry.ts";

/** The module that `pyasync2ts run` started; Node's command line names the tool then, not the program. */
let told: string | null = null;

/**
 * `__name__ == "__main__"`: true in the module that was started, false where it is imported: by another module, or
 * by a worker thread that runs one of its functions.
 */
export function is_main(meta: { readonly url: string; readonly main?: boolean }): boolean {
  if (!is_main_thread()) return false;
  if (told !== null) return real_url(meta.url) === told;
  if (typeof meta.main === "boolean") return meta.main;
  return real_url(meta.url) === entry_url();
}

/** Says which module is the program. Called once, before that module is imported. */
export function set_main_module(url: string): void {
  told = real_url(url);
}

/** The URL of the module that is the program; `null` where nothing tells. */
export function main_module_url(): string | null {
  return told ?? entry_url();
}
