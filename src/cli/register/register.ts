// `node --import pyasync2ts/register app.ts`: JavaScript and TypeScript import Python files. Built as dist/register.js.
import * as node_module from "node:module";
import path from "node:path";
import { isMainThread } from "node:worker_threads";
import { configured, type Configurable } from "../config/configured.ts";
import { find_config } from "../config/find-config.ts";
import { as_urls } from "../config/mapped-modules.ts";
import { library_settings } from "../config/program-options.ts";
import { HostError, link_packages, make_private_folder, remove_folder } from "../host.ts";
import { PythonModules, type RegisterData } from "./python-modules.ts";
import { resolved_python } from "./resolver.ts";

/** The same thread; Node 22.15 and newer have it. */
type RegisterHooks = (hooks: {
  readonly resolve: (
    specifier: string,
    context: object,
    next: (specifier: string, context: object) => { readonly url: string },
  ) => { readonly url: string };
}) => void;

try {
  await register(new URL("./", import.meta.url).href);
} catch (error) {
  if (!(error instanceof HostError)) throw error;
  process.stderr.write(`pyasync2ts: ${error.message}\n`);
  process.exit(1);
}

async function register(runtime_url: string): Promise<void> {
  const folder = make_private_folder();
  process.once("exit", () => remove_folder(folder));
  const [, started = ""] = process.argv;
  const is_python = isMainThread && /\.pyw?$/.test(started);
  const settings = await configured_settings();
  const are_files = Object.values(settings.modules).every((place) => place.startsWith("file:"));
  if (!are_files) link_packages(folder);
  const data: RegisterData = {
    folder,
    runtime_url,
    main: is_python ? path.resolve(started) : null,
    settings,
  };
  // places in `error.stack` are Python's, too
  process.setSourceMapsEnabled(true);
  const modules = new PythonModules(data);
  const { set_main_module, share_stdout } = await import("../../../runtime/builtins/index.ts");
  // JavaScript and Python print in the order in which they run
  share_stdout();
  if (data.main !== null) set_main_module(modules.url_of(data.main));
  const { registerHooks } = node_module as { readonly registerHooks?: RegisterHooks };
  if (registerHooks === undefined)
    node_module.register("./register-hooks.js", { parentURL: import.meta.url, data });
  else
    registerHooks({
      resolve: (specifier, context, next) => resolved_python(next(specifier, context), modules),
    });
}

/** Names stay Python's: exports are the globals of the module. */
async function configured_settings(): Promise<RegisterData["settings"]> {
  const asked: Configurable = {};
  const { options } = configured([], asked, await find_config(""));
  const { naming: _, ...settings } = library_settings(options, as_urls);
  return { ...settings, keeps_going: options.keepGoing === true };
}
