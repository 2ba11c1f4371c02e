// Runs Python programs through the whole house, one after another: JSON texts in, a line of JSON each out.
// Started as a process of its own by side.ts, since modules are never forgotten by the process that imports them.
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { program_printer } from "./run.ts";

const printed = await program_printer(process.argv[2] ?? "");
for await (const line of createInterface({ input: process.stdin }))
  answer(`${JSON.stringify(await printed(JSON.parse(line) as string))}\n`);

/** At once: who waits for the answer must not wait for ours to end. */
function answer(text: string): void {
  let bytes: Uint8Array = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}
