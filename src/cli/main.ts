#!/usr/bin/env node
// The command `pyasync2ts`.
import { run_cli } from "./program.ts";

await run_cli(process.argv);
