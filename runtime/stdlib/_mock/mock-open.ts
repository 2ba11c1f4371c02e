// mock_open: what stands for open() and the files that it gives.
import { Bytes } from "../../builtins/bytes/bytes.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { MagicMock } from "./mock.ts";

/** A mock of `open`; its files hold `read_data`, a text or bytes. */
export function mock_open(mock: Dynamic = null, read_data: Dynamic = ""): Dynamic {
  const opened: Dynamic = mock ?? new MagicMock(null, { name: "open" });
  const handle: Dynamic = new MagicMock();
  const file = { rest: read_data };
  const take = (length: number): Dynamic => {
    const taken: Dynamic = file.rest.slice(0, length);
    file.rest = file.rest.slice(length);
    return taken;
  };
  const line = (): Dynamic => {
    const text = file.rest instanceof Bytes ? [...file.rest] : file.rest;
    const at = text.indexOf(file.rest instanceof Bytes ? NEWLINE : "\n");
    return take(at < 0 ? text.length : at + 1);
  };
  const all = (): Dynamic[] => {
    const lines: Dynamic[] = [];
    while (file.rest.length > 0) lines.push(line());
    return lines;
  };
  handle.__getattribute__("read").side_effect = (size: Dynamic = -1) =>
    take(size === null || size < 0 ? file.rest.length : size);
  handle.__getattribute__("readline").side_effect = (..._args: readonly Dynamic[]) => line();
  handle.__getattribute__("readlines").side_effect = (..._args: readonly Dynamic[]) => all();
  handle.__getattribute__("__enter__").return_value = handle;
  handle.__getattribute__("__iter__").side_effect = (..._args: readonly Dynamic[]) => all();
  handle.__setattr__("__next__", (_self: Dynamic) => line());
  handle.__getattribute__("write").return_value = null;
  opened.side_effect = (..._args: readonly Dynamic[]) => {
    file.rest = read_data;
    return handle;
  };
  opened.return_value = handle;
  return opened;
}

const NEWLINE = 10;
