// contextlib.chdir: another working directory while a block runs.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { change_directory, current_directory } from "../../platform/file-system.ts";
import { fspath, with_os_errors } from "../_os/guard.ts";

/** Can be entered several times, also while it is. OSError where the directory can't be entered. */
export class chdir {
  static readonly __name__: string = "chdir";
  static readonly __module__: string = "contextlib";
  readonly path: Dynamic;
  readonly #before: string[] = [];

  constructor(path: Dynamic) {
    this.path = path;
  }

  __enter__(): null {
    this.#before.push(current_directory());
    change(this.path);
    return null;
  }

  __exit__(..._exception: readonly Dynamic[]): null {
    change(this.#before.pop());
    return null;
  }
}

function change(path: Dynamic): void {
  with_os_errors([path], () => change_directory(fspath(path)));
}
