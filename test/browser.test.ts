// Programs in a page of a real browser print what they print elsewhere: bundled as a user would, run by headless Chromium.
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build } from "esbuild";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comparable, golden_output, read_fixture, repository } from "./support/fixture.ts";

/** `CHROMIUM` names one; Debian's is the usual place. */
const executable = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (file) => file !== undefined && existsSync(file),
);

const programs = [
  "asyncio/primitives",
  "asyncio/cancellation",
  "asyncio/async-iteration",
  "asyncio/queue-producer-consumer",
  "asyncio/unflattened-results",
  "order/async-generators",
];

describe.skipIf(executable === undefined)(
  "in headless Chromium (skipped where there is none)",
  () => {
    const bundles = new Map<string, string>();
    let server: Server;
    let browser: Browser;
    let origin = "";

    beforeAll(async () => {
      server = createServer(({ url = "/" }, response) => {
        const script = bundles.get(url);
        response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
        response.end(script ?? page_with(`${url}.js`));
      }).listen(0, "127.0.0.1");
      browser = await chromium.launch({
        ...(executable === undefined ? {} : { executablePath: executable }),
        args: ["--no-sandbox"],
      });
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    test.each(programs)("%s", { timeout: 60_000 }, async (name) => {
      bundles.set(`/${name}.js`, await bundled(name));
      const page = await browser.newPage();
      const lines: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "log") lines.push(message.text());
      });
      const failed = new Promise<never>((_, reject) => page.on("pageerror", reject));
      await page.goto(`${origin}/${name}`);
      await Promise.race([failed, page.waitForFunction("globalThis.program_ended === true")]);
      await page.close();
      const fixture = read_fixture(name);
      expect(comparable(fixture, `${lines.join("\n")}\n`)).toBe(golden_output(fixture));
    });
  },
);

/** An uncaught error ends the program as well. */
function page_with(script: string): string {
  const on_error = 'addEventListener("error", () => (globalThis.program_ended = true))';
  return `<!doctype html><script>${on_error}</script><script type="module" src="${script}"></script>`;
}

/** The golden TypeScript with all that it imports, for a page; says when the program has ended. */
async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(repository, "fixtures", `${name}.ts`)],
    absWorkingDir: repository,
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    footer: { js: "globalThis.program_ended = true;" },
  });
  return outputFiles[0]?.text ?? "";
}
