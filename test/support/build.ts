// Before the first test: dist/ is what the sources say.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { repository } from "./fixture.ts";

export function setup(): void {
  execFileSync(process.execPath, [path.join(repository, "scripts/build.mjs")], {
    stdio: "inherit",
  });
}
