// Compares our tree with CPython's `ast.dump` on every file of its standard library, or of a folder.
// usage: npm run parity [-- FOLDER]; PYTHON names the interpreter, `python3.13` else `python3` on PATH.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dump } from "../grammar/ast/dump.ts";
import { decode, parse } from "../grammar/index.ts";
import { needed_python } from "../test/support/python.ts";

const dumper = `
import ast, sys, warnings, hashlib
warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)
for line in sys.stdin:
    path = line.rstrip("\\n")
    try:
        with open(path, "rb") as file:
            source = file.read()
        text = ast.dump(ast.parse(source), include_attributes=True)
        data = text.encode("utf-8", "surrogatepass")
        try:
            compile(source, path, "exec", dont_inherit=True)
            verdict = "compiles"
        except SyntaxError: verdict = "fails"
        print("ok", len(data), hashlib.sha256(data).hexdigest(), verdict, flush=True)
    except (SyntaxError, ValueError) as error:
        print("refused", str(error).replace("\\n", " "), flush=True)
    except (RecursionError, MemoryError):
        print("deep", flush=True)
`;

interface Counts {
  equal: number;
  different: number;
  refused: number;
  undumped: number;
}

async function main(): Promise<number> {
  const python = needed_python("3.13");
  const folder = process.argv[2] ?? standard_library(python);
  const counts: Counts = { equal: 0, different: 0, refused: 0, undumped: 0 };
  const judge = spawn(python, ["-c", dumper], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: judge.stdout })[Symbol.asyncIterator]();
  for (const path of python_files(folder)) {
    judge.stdin.write(`${path}\n`);
    const answer = await answers.next();
    await compare(path, answer.done === true ? "" : answer.value, counts);
  }
  judge.stdin.end();
  const { equal, different, refused, undumped } = counts;
  console.log(`${equal} equal, ${different} different, ${refused} refused`);
  if (undumped > 0) console.log(`${undumped} too deep for CPython's own dump`);
  return different === 0 ? 0 : 1;
}

async function compare(path: string, answer: string, counts: Counts): Promise<void> {
  const { createHash } = await import("node:crypto");
  const decoded = decode(readFileSync(path));
  const { module, errors } =
    decoded.errors.length > 0 ? { module: null, errors: decoded.errors } : parse(decoded.text);
  if (answer === "deep") {
    counts.undumped++;
    return;
  }
  if (answer.startsWith("refused")) {
    if (errors.length > 0) counts.refused++;
    else {
      counts.different++;
      console.log(`${path}: CPython refuses it: ${answer}`);
    }
    return;
  }
  const [error] = errors;
  const expects_error = answer.endsWith("fails");
  if (module === null || expects_error !== errors.length > 0) {
    counts.different++;
    const what =
      error === undefined ? "accepted, but CPython's compiler refuses it" : error.message;
    console.log(`${path}: ${what} at offset ${error?.start ?? 0}`);
    return;
  }
  const data = wtf8(dump(module, decoded.text));
  const hash = createHash("sha256").update(data).digest("hex");
  if (answer.startsWith(`ok ${data.length} ${hash} `)) counts.equal++;
  else {
    counts.different++;
    console.log(`${path}: another tree`);
  }
}

// lone surrogates as CPython's "surrogatepass" writes them
function wtf8(text: string): Buffer {
  if (!/[\ud800-\udfff]/u.test(text)) return Buffer.from(text);
  const parts: Buffer[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const is_lone = code >= 0xd800 && code < 0xe000;
    parts.push(
      is_lone
        ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)])
        : Buffer.from(character),
    );
  }
  return Buffer.concat(parts);
}

function standard_library(python: string): string {
  const code = "import sysconfig; print(sysconfig.get_path('stdlib'))";
  return spawnSync(python, ["-c", code], { encoding: "utf8" }).stdout.trim();
}

function* python_files(folder: string): Generator<string> {
  if (!statSync(folder).isDirectory()) {
    yield folder;
    return;
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "site-packages") yield* python_files(path);
    } else if (entry.name.endsWith(".py")) yield path;
  }
}

process.exitCode = await main();
