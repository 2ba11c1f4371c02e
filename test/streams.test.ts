// Streams over real sockets: order within one loop as CPython's, and CPython on the other side.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import * as asyncio from "../runtime/asyncio/index.ts";
import type { StreamReader, StreamWriter } from "../runtime/asyncio/index.ts";
import { Bytes } from "../runtime/builtins/bytes/bytes.ts";
import { latin_text } from "../runtime/builtins/text/latin.ts";
import { repr, text_of } from "../runtime/builtins/representation.ts";
import { find_python } from "./support/python.ts";

const b = (text: string): Bytes => new Bytes(Buffer.from(text, "latin1"));
const text = (bytes: Bytes): string => latin_text(bytes as unknown as Uint8Array);
const python = find_python("3.13");

/** What CPython 3.13 prints for the same program, every time. */
const recorded = `
tick 0|tick 1|tick 2|tick 3|accepted Task-5|connected|tick 4|tick 5|server got b'one\\n'|server got b'two\\n'|tick 6|tick 7
b'ONE\\n'|b'TWO\\n'|tick 8|tick 9|server got b'three\\n'|tick 10|server got b'four'|server eof|tick 11|b'THREE\\n'
server closed|4 bytes read on a total of 100 expected bytes b'FOUR'|True|client closed|server gone
111 [Errno 111] Connect call failed ('127.0.0.1', PORT)
98 [Errno 98] error while attempting to bind on address ('127.0.0.1', PORT): [errno 98] address already in use`;

/** In a loop of its own, so that tasks are numbered from the start. */
test("client and server in one loop take CPython's turns", async () => {
  const log: string[] = [];
  let first_task = 0;
  const number = (name: string): number => Number(name.replace("Task-", ""));
  const handle = async (reader: StreamReader, writer: StreamWriter): Promise<void> => {
    const name = asyncio.current_task()?.get_name() ?? "";
    log.push(`accepted Task-${number(name) - first_task + 1}`);
    for (;;) {
      const line = await reader.readline();
      if (line.length === 0) break;
      log.push(`server got ${repr(line)}`);
      writer.write(line.upper());
      await writer.drain();
    }
    log.push("server eof");
    writer.close();
    await writer.wait_closed();
    log.push("server closed");
  };
  const ticker = async (): Promise<void> => {
    for (let i = 0; i < 12; i++) {
      log.push(`tick ${i}`);
      await asyncio.sleep(0);
    }
  };
  const main = async (): Promise<void> => {
    first_task = number(asyncio.current_task()?.get_name() ?? "");
    const server = await asyncio.start_server(handle, "127.0.0.1", 0);
    const port: number = server.sockets[0]?.getsockname()[1];
    const ticking = asyncio.create_task(ticker);
    const [reader, writer] = await asyncio.open_connection("127.0.0.1", port);
    log.push("connected");
    writer.write(b("one\n"));
    writer.write(b("two\nthr"));
    log.push(repr(await reader.readline()));
    writer.write(b("ee\nfour"));
    log.push(repr(await reader.readuntil(b("\n"))));
    writer.write_eof();
    log.push(repr(await reader.readexactly(6)));
    log.push(await failure(() => reader.readexactly(100), port));
    log.push(repr(reader.at_eof()));
    writer.close();
    await writer.wait_closed();
    log.push("client closed");
    server.close();
    await server.wait_closed();
    log.push("server gone");
    await ticking;
    log.push(await failure(() => asyncio.open_connection("127.0.0.1", port), port));
    const other = await asyncio.start_server(handle, "127.0.0.1", 0);
    const taken: number = other.sockets[0]?.getsockname()[1];
    log.push(await failure(() => asyncio.start_server(handle, "127.0.0.1", taken), taken));
    other.close();
  };
  await asyncio.run(main);
  expect(log).toEqual(recorded.trim().split(/[|\n]/));
});

test("limits, separators and what is left of a line that is too long", async () => {
  const main = async (): Promise<readonly string[]> => {
    const reader = new asyncio.StreamReader(8);
    reader.feed_data(b("0123456789\nab\n--end==rest"));
    const found = [await failure(() => reader.readline(), 0)];
    found.push(repr(await reader.readline()), repr(await reader.readuntil(b("=="))));
    reader.feed_data(b("x".repeat(30)));
    found.push(await failure(() => reader.readuntil(b(";")), 0));
    reader.feed_eof();
    found.push(repr((await reader.read()).length));
    return found;
  };
  expect(await asyncio.run(main)).toEqual([
    "Separator is found, but chunk is longer than limit",
    "b'ab\\n'",
    "b'--end=='",
    "Separator is not found, and chunk exceed the limit",
    "34",
  ]);
});

test("a writer waits where the other side does not read", async () => {
  const size = 8_000_000;
  const main = async (): Promise<readonly unknown[]> => {
    const go = new Promise<void>((resolve) => setTimeout(resolve, 30));
    const received: number[] = [];
    const handle = async (reader: StreamReader, writer: StreamWriter): Promise<void> => {
      await asyncio.sleep(0.03);
      received.push((await reader.read()).length);
      writer.close();
    };
    const server = await asyncio.start_server(handle, "127.0.0.1", 0);
    const [, writer] = await asyncio.open_connection(
      "127.0.0.1",
      server.sockets[0]?.getsockname()[1],
    );
    writer.write(new Bytes(size));
    const buffered = writer.transport.get_write_buffer_size() > 0;
    const waiting = asyncio.create_task(() => writer.drain());
    await asyncio.sleep(0);
    const is_waiting = !waiting.done();
    await waiting;
    writer.write_eof();
    writer.close();
    await writer.wait_closed();
    server.close();
    await server.wait_closed();
    await go;
    return [buffered, is_waiting, received];
  };
  expect(await asyncio.run(main)).toEqual([true, true, [size]]);
});

test("Unix sockets", async () => {
  const file = path.join(tmpdir(), `pyasync2ts-${process.pid}.sock`);
  const main = async (): Promise<readonly unknown[]> => {
    const names: unknown[] = [];
    const handle = async (reader: StreamReader, writer: StreamWriter): Promise<void> => {
      names.push(writer.get_extra_info("peername"), writer.get_extra_info("sockname") === file);
      writer.write(await reader.readline());
      writer.close();
    };
    const server = await asyncio.start_unix_server(handle, file);
    const [reader, writer] = await asyncio.open_unix_connection(file);
    writer.write(b("hello\n"));
    const answer = repr(await reader.read());
    writer.close();
    server.close();
    await server.wait_closed();
    return [answer, ...names, await failure(() => asyncio.open_unix_connection(file), 0)];
  };
  expect(await asyncio.run(main)).toEqual([
    "b'hello\\n'",
    "",
    true,
    "[Errno 2] No such file or directory",
  ]);
});

const python_server = `
import asyncio
async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line[::-1])
        await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())`;

const python_client = `
import asyncio, sys
async def main():
    reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
    writer.write(b"x" * 300000 + b"\\n")
    print(len(await reader.readexactly(300001)))
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
asyncio.run(main())`;

test.skipIf(python === null)("our client, CPython's server", async () => {
  const server = spawn(python ?? "", ["-c", python_server], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  const main = async (): Promise<string> => {
    const [reader, writer] = await asyncio.open_connection("127.0.0.1", Number(String(line)));
    writer.writelines([b("abc"), b("\n")]);
    await writer.drain();
    const answer = text(await reader.readexactly(4));
    writer.close();
    await writer.wait_closed();
    return answer;
  };
  expect(await asyncio.run(main)).toBe("\ncba");
  server.kill();
  await once(server, "close");
});

test.skipIf(python === null)("CPython's client, our server", async () => {
  const main = async (): Promise<string> => {
    const handle = async (reader: StreamReader, writer: StreamWriter): Promise<void> => {
      for await (const line of reader) {
        writer.write(line);
        await writer.drain();
      }
      writer.write(b("bye"));
      writer.close();
    };
    const server = await asyncio.start_server(handle, "127.0.0.1", 0, { limit: 2 ** 20 });
    const port = String(server.sockets[0]?.getsockname()[1]);
    const client = spawn(python ?? "", ["-c", python_client, port], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    client.stdout.on("data", (chunk: Buffer) => (output += String(chunk)));
    const ended = asyncio.get_running_loop().create_future();
    client.on("close", () => ended.get_loop().call_soon_threadsafe(() => ended.set_result(null)));
    await ended;
    server.close();
    await server.wait_closed();
    return output;
  };
  expect(await asyncio.run(main)).toBe("300001\nb'bye'\n");
});

async function failure(action: () => Promise<unknown>, port: number): Promise<string> {
  try {
    await action();
    return "no error";
  } catch (error) {
    const number: unknown = Reflect.get(error as object, "errno");
    const partial: unknown = Reflect.get(error as object, "partial");
    const message = text_of(error).replace(String(port || "no port"), "PORT");
    const head = typeof number === "number" && port !== 0 ? `${number} ` : "";
    return head + message + (partial === undefined ? "" : ` ${repr(partial)}`);
  }
}
