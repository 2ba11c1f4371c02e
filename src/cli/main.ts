#!/usr/bin/env node
// The command `pyasync2ts`. Built as dist/cli.js, beside the runtime's modules.
import { run_cli } from "./program.ts";

await run_cli(process.argv, new URL("./", import.meta.url).href);
