// aiohttp's client against a server of Node's own.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as asyncio from "../../runtime/asyncio/index.ts";
import { text_of } from "../../runtime/builtins/representation.ts";
import * as aiohttp from "../../runtime/stdlib/aiohttp.ts";
import { dict } from "../../runtime/builtins/index.ts";
import { dumps } from "../../runtime/stdlib/json.ts";

let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  base = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
});

afterAll(() => void server.close());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  if (request.url === "/moved")
    return void response.writeHead(302, { location: "/echo?moved=1" }).end();
  if (request.url === "/missing") return void response.writeHead(404).end("nothing here");
  if (request.url === "/slow") return;
  response.setHeader(
    "content-type",
    request.url === "/text" ? "text/html; charset=utf-8" : "application/json",
  );
  response.setHeader("set-cookie", "seen=yes; Path=/");
  if (request.url === "/text") return void response.end("<p>你好</p>");
  const { method, url } = request;
  const { cookie = "", "content-type": type = "" } = request.headers;
  response.end(JSON.stringify({ method, url, body, cookie, type, floats: 1.5 }));
}

test("requests, awaited and as context managers", async () => {
  const main = async (): Promise<readonly unknown[]> => {
    const found: unknown[] = [];
    const session = new aiohttp.ClientSession();
    const page = await session.get(`${base}/text`);
    found.push(page.status, page.reason, page.content_type, await page.text());
    const context = session.post(`${base}/echo`, {
      json: dict({ a: 1 }),
      params: dict({ q: "x y" }),
    });
    const posted = await context.__aenter__();
    found.push(dumps(await posted.json()));
    await context.__aexit__();
    const moved = await session.get(`${base}/moved`);
    found.push(text_of(moved.url).replace(base, ""), moved.history.length);
    await moved.read();
    const missing = await session.get(`${base}/missing`);
    found.push(missing.ok, await failure(async () => missing.raise_for_status()));
    await session.close();
    found.push(session.closed, await failure(async () => await session.get(base)));
    return found;
  };
  expect(await asyncio.run(main)).toEqual([
    200,
    "OK",
    "text/html",
    "<p>你好</p>",
    '{"method": "POST", "url": "/echo?q=x+y", "body": "{\\"a\\": 1}", "cookie": "seen=yes", "type": "application/json", "floats": 1.5}',
    "/echo?moved=1",
    1,
    false,
    "ClientResponseError: 404, message='Not Found', url='BASE/missing'",
    true,
    "RuntimeError: Session is closed",
  ]);
});

test("failures have aiohttp's names and texts", async () => {
  const main = async (): Promise<readonly unknown[]> => {
    const session = new aiohttp.ClientSession();
    const found = [
      await failure(async () => await session.get("http://127.0.0.1:9/")),
      await failure(async () => await session.get("nonsense")),
      await failure(
        async () => await session.get(`${base}/slow`, { timeout: new aiohttp.ClientTimeout(0.05) }),
      ),
      await failure(async () => await (await session.get(`${base}/text`)).json()),
    ];
    await session.close();
    return found;
  };
  expect(await asyncio.run(main)).toEqual([
    "ClientConnectorError: Cannot connect to host 127.0.0.1:9 ssl:default [Connect call failed ('127.0.0.1', 9)]",
    "InvalidUrlClientError: nonsense",
    "TimeoutError: ",
    "ContentTypeError: 200, message='Attempt to decode JSON with unexpected mimetype: text/html; charset=utf-8', url='BASE/text'",
  ]);
});

async function failure(action: () => Promise<unknown>): Promise<string> {
  try {
    await action();
    return "no error";
  } catch (error) {
    const name = (error as Error).constructor.name;
    return `${name}: ${text_of(error).replace(base, "BASE")}`;
  }
}
