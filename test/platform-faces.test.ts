// Each part of the platform that needs Node has a browser face with the same names and types.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as clock from "../runtime/platform/clock.ts";
import * as clock_browser from "../runtime/platform/clock.browser.ts";
import * as digest from "../runtime/platform/digest.ts";
import * as digest_browser from "../runtime/platform/digest.browser.ts";
import * as entry from "../runtime/platform/entry.ts";
import * as entry_browser from "../runtime/platform/entry.browser.ts";
import * as file_system from "../runtime/platform/file-system.ts";
import * as file_system_browser from "../runtime/platform/file-system.browser.ts";
import * as files from "../runtime/platform/files.ts";
import * as files_browser from "../runtime/platform/files.browser.ts";
import * as http from "../runtime/platform/http.ts";
import * as http_browser from "../runtime/platform/http.browser.ts";
import * as interpreter from "../runtime/platform/interpreter.ts";
import * as interpreter_browser from "../runtime/platform/interpreter.browser.ts";
import * as output from "../runtime/platform/output.ts";
import * as output_browser from "../runtime/platform/output.browser.ts";
import * as process from "../runtime/platform/process.ts";
import * as process_browser from "../runtime/platform/process.browser.ts";
import * as process_end from "../runtime/platform/process-end.ts";
import * as process_end_browser from "../runtime/platform/process-end.browser.ts";
import * as processors from "../runtime/platform/processors.ts";
import * as processors_browser from "../runtime/platform/processors.browser.ts";
import * as sockets from "../runtime/platform/sockets.ts";
import * as sockets_browser from "../runtime/platform/sockets.browser.ts";
import * as stack_frames from "../runtime/platform/stack-frames.ts";
import * as stack_frames_browser from "../runtime/platform/stack-frames.browser.ts";
import * as workers from "../runtime/platform/workers.ts";
import * as workers_browser from "../runtime/platform/workers.browser.ts";
import { repository } from "./support/fixture.ts";

/** What one file's exports have to be in the other: the same, classes by their public members. */
type Face<Part> = {
  [Name in keyof Part]: Part[Name] extends new (...args: infer Given) => infer Made
    ? new (...args: Given) => Pick<Made, keyof Made>
    : Part[Name];
};
type Checked<Part, Browser extends Face<Part>> = Browser;

// The compiler compares types; the tests below, what is there at run time.
export type Faces = [
  Checked<typeof clock, typeof clock_browser>,
  Checked<typeof digest, typeof digest_browser>,
  Checked<typeof entry, typeof entry_browser>,
  Checked<typeof file_system, typeof file_system_browser>,
  Checked<typeof files, typeof files_browser>,
  Checked<typeof http, typeof http_browser>,
  Checked<typeof interpreter, typeof interpreter_browser>,
  Checked<typeof output, typeof output_browser>,
  Checked<typeof process, typeof process_browser>,
  Checked<typeof process_end, typeof process_end_browser>,
  Checked<typeof processors, typeof processors_browser>,
  Checked<typeof sockets, typeof sockets_browser>,
  Checked<typeof stack_frames, typeof stack_frames_browser>,
  Checked<typeof workers, typeof workers_browser>,
];

const faces: Readonly<Record<string, readonly [object, object]>> = {
  clock: [clock, clock_browser],
  digest: [digest, digest_browser],
  entry: [entry, entry_browser],
  "file-system": [file_system, file_system_browser],
  files: [files, files_browser],
  http: [http, http_browser],
  interpreter: [interpreter, interpreter_browser],
  output: [output, output_browser],
  process: [process, process_browser],
  "process-end": [process_end, process_end_browser],
  processors: [processors, processors_browser],
  sockets: [sockets, sockets_browser],
  "stack-frames": [stack_frames, stack_frames_browser],
  workers: [workers, workers_browser],
};

test("all browser faces are compared", () => {
  const files = readdirSync(path.join(repository, "runtime/platform"));
  const parts = files.filter((file) => files.includes(file.replace(/\.ts$/, ".browser.ts")));
  expect(parts.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual(Object.keys(faces).sort());
});

test.each(Object.entries(faces))("%s has a whole browser face", (_name, [part, face]) => {
  expect(Object.keys(face).sort()).toEqual(Object.keys(part).sort());
});
