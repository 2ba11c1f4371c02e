// Python's os.path: names of files, on POSIX.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_float, type float } from "../../builtins/float.ts";
import type { int } from "../../builtins/int.ts";
import { Tuple } from "../../builtins/tuple.ts";
import {
  current_directory,
  does_exist,
  environment,
  file_status,
  home_directory,
  real_path,
} from "../../platform/file-system.ts";
import { fspath, with_os_errors } from "../_os/guard.ts";

export const sep = "/";
export const pardir = "..";
export const curdir = ".";
export const extsep = ".";
export const pathsep = ":";

/** Joins parts; an absolute one begins anew. */
export function join(a: Dynamic, ...p: Dynamic[]): string {
  let joined = fspath(a);
  for (const part of p.map(fspath)) {
    if (part.startsWith("/")) joined = part;
    else if (joined === "" || joined.endsWith("/")) joined += part;
    else joined += `/${part}`;
  }
  return joined;
}

/** `(head, tail)`: the last part, and what is before it. */
export function split(p: Dynamic): readonly [string, string] {
  const path = fspath(p);
  const at = path.lastIndexOf("/") + 1;
  const head = path.slice(0, at);
  return Tuple.of(/^\/*$/.test(head) ? head : head.replace(/\/+$/, ""), path.slice(at));
}

export function basename(p: Dynamic): string {
  return split(p)[1];
}

export function dirname(p: Dynamic): string {
  return split(p)[0];
}

/** `(root, ext)`: the ending begins at the last dot of the last part; leading dots don't count. */
export function splitext(p: Dynamic): readonly [string, string] {
  const path = fspath(p);
  const start = path.lastIndexOf("/") + 1;
  const dot = path.lastIndexOf(".");
  if (dot < start || /^\.*$/.test(path.slice(start, dot))) return Tuple.of(path, "");
  return Tuple.of(path.slice(0, dot), path.slice(dot));
}

export function isabs(s: Dynamic): boolean {
  return fspath(s).startsWith("/");
}

/** Without `.`, `..` and double slashes. */
export function normpath(path: Dynamic): string {
  const text = fspath(path);
  if (text === "") return ".";
  const root = /^\/\/(?!\/)/.test(text) ? "//" : text.startsWith("/") ? "/" : "";
  const parts: string[] = [];
  for (const part of text.split("/")) {
    if (part === "" || part === ".") continue;
    const is_up = part === "..";
    if (is_up && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!is_up || root === "") parts.push(part);
  }
  return root + parts.join("/") || ".";
}

export function abspath(path: Dynamic): string {
  const text = fspath(path);
  return normpath(isabs(text) ? text : join(current_directory(), text));
}

/** With links followed, as far as the path exists. */
export function realpath(filename: Dynamic): string {
  const path = abspath(filename);
  if (does_exist(path)) return real_path(path);
  const [head, tail] = split(path);
  return head === path ? path : join(realpath(head), tail);
}

export function relpath(path: Dynamic, start: Dynamic = "."): string {
  const [to, from] = [abspath(path), abspath(start)].map((each) =>
    each.split("/").filter(Boolean),
  ) as [string[], string[]];
  let common = 0;
  while (common < to.length && to[common] === from[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/") || ".";
}

export function commonprefix(m: Iterable<string>): string {
  const [first = "", ...rest] = m;
  let length = first.length;
  for (const each of rest) while (!each.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

export function expanduser(path: Dynamic): string {
  const text = fspath(path);
  return /^~(?=\/|$)/.test(text)
    ? (environment["HOME"] ?? home_directory()).replace(/\/+$/, "") + text.slice(1)
    : text;
}

export function expandvars(path: Dynamic): string {
  return fspath(path).replace(
    /\$(?:(\w+)|\{([^}]*)\})/g,
    (found: string, bare?: string, braced?: string) => environment[bare ?? braced ?? ""] ?? found,
  );
}

export function exists(path: Dynamic): boolean {
  return does_exist(fspath(path));
}

export function lexists(path: Dynamic): boolean {
  return status(path, false) !== null;
}

export function isfile(path: Dynamic): boolean {
  return status(path)?.kind === "file";
}

export function isdir(s: Dynamic): boolean {
  return status(s)?.kind === "directory";
}

export function islink(path: Dynamic): boolean {
  return status(path, false)?.kind === "link";
}

export function getsize(filename: Dynamic): int {
  return with_os_errors([filename], () => file_status(fspath(filename))).size;
}

export function getmtime(filename: Dynamic): float {
  return as_float(with_os_errors([filename], () => file_status(fspath(filename))).modified);
}

export function getctime(filename: Dynamic): float {
  return as_float(with_os_errors([filename], () => file_status(fspath(filename))).changed);
}

function status(path: Dynamic, follow_links = true): ReturnType<typeof file_status> | null {
  try {
    return file_status(fspath(path), follow_links);
  } catch {
    return null;
  }
}
