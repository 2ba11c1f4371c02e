import { defineConfig } from "vitest/config";
import { closing_line } from "./test/support/closing-line.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build.ts"],
    reporters: ["default", closing_line],
    testTimeout: 60_000,
    maxWorkers: 2,
    maxConcurrency: 4,
  },
});
