// Each part of the platform that needs Node has a browser face with the same names and types.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repository } from "./support/fixture.ts";

const folder = path.join(repository, "runtime/platform");

/** What one file's exports have to be in the other: the same, classes by their public members. */
type Face<Part> = {
  [Name in keyof Part]: Part[Name] extends new (...args: infer Given) => infer Made
    ? new (...args: Given) => Pick<Made, keyof Made>
    : Part[Name];
};
type Checked<Part, Browser extends Face<Part>> = Browser;

// The compiler compares types; the test below, what is there at run time.
export interface Faces {
  clock: Checked<
    typeof import("../runtime/platform/clock.ts"),
    typeof import("../runtime/platform/clock.browser.ts")
  >;
  digest: Checked<
    typeof import("../runtime/platform/digest.ts"),
    typeof import("../runtime/platform/digest.browser.ts")
  >;
  entry: Checked<
    typeof import("../runtime/platform/entry.ts"),
    typeof import("../runtime/platform/entry.browser.ts")
  >;
  "file-system": Checked<
    typeof import("../runtime/platform/file-system.ts"),
    typeof import("../runtime/platform/file-system.browser.ts")
  >;
  files: Checked<
    typeof import("../runtime/platform/files.ts"),
    typeof import("../runtime/platform/files.browser.ts")
  >;
  http: Checked<
    typeof import("../runtime/platform/http.ts"),
    typeof import("../runtime/platform/http.browser.ts")
  >;
  interpreter: Checked<
    typeof import("../runtime/platform/interpreter.ts"),
    typeof import("../runtime/platform/interpreter.browser.ts")
  >;
  output: Checked<
    typeof import("../runtime/platform/output.ts"),
    typeof import("../runtime/platform/output.browser.ts")
  >;
  process: Checked<
    typeof import("../runtime/platform/process.ts"),
    typeof import("../runtime/platform/process.browser.ts")
  >;
  "process-end": Checked<
    typeof import("../runtime/platform/process-end.ts"),
    typeof import("../runtime/platform/process-end.browser.ts")
  >;
  processors: Checked<
    typeof import("../runtime/platform/processors.ts"),
    typeof import("../runtime/platform/processors.browser.ts")
  >;
  sockets: Checked<
    typeof import("../runtime/platform/sockets.ts"),
    typeof import("../runtime/platform/sockets.browser.ts")
  >;
  "stack-frames": Checked<
    typeof import("../runtime/platform/stack-frames.ts"),
    typeof import("../runtime/platform/stack-frames.browser.ts")
  >;
  workers: Checked<
    typeof import("../runtime/platform/workers.ts"),
    typeof import("../runtime/platform/workers.browser.ts")
  >;
}

test("browser faces have all that their parts have", async () => {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".browser.ts") && !file.startsWith("not-here"),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const [part, face] = await Promise.all([
      import(path.join(folder, file.replace(".browser", ""))),
      import(path.join(folder, file)),
    ]);
    expect({ file, names: Object.keys(face).sort() }).toEqual({
      file,
      names: Object.keys(part).sort(),
    });
  }
});
