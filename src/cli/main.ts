#!/usr/bin/env node
// The command `pyasync2ts`. Built as dist/cli.js, beside the runtime's modules.
import { run_cli } from "./program.ts";

// `pyasync2ts --help | head -3`: whoever read has heard enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

await run_cli(process.argv, new URL("./", import.meta.url).href);
