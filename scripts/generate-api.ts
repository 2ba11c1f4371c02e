// Writes the runtime's declared API: `npm run generate`. With --check it only says whether the table is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { compact_api, format_table } from "./api/table.ts";

const file = new URL("../src/facts/runtime-api.generated.ts", import.meta.url);
const text = format_table(compact_api());
if (process.argv.includes("--check")) {
  const is_current = readFileSync(file, "utf8") === text;
  if (!is_current) console.error("the declared API is out of date: npm run generate");
  process.exitCode = is_current ? 0 : 1;
} else writeFileSync(file, text);
