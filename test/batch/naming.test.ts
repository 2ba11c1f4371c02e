// `naming: camel`: what is renamed, what keeps its name, and that the program prints the same.
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pyasync2ts } from "../support/command-line.ts";
import { fixtures_root } from "../support/fixture.ts";
import { made_tree, run_emitted, type Tree } from "./tree.ts";

const files: Tree = {
  "main.py": `import asyncio
import page_store
from page_store import MAX_SIZE, fetch_page as get_page, page_count, PageError

_total_size = 0
user_name = "ann"
userName = "bob"
my_f = myF_ = 1
my__f = 2

class HttpClient:
    base_url = "http://x"
    def full_url(self, page_number, *, is_secure=False):
        return f"{self.base_url}/{page_number}/{is_secure}"

def seen(first_value):
    other_value = first_value + 1
    return locals()

async def run_all(first_page, *other_pages, **more_options):
    global _total_size
    def inner_function(a_b): return a_b, inner_function.__name__
    for page_number in (first_page, *other_pages):
        _total_size += len(await get_page(page_number, max_wait=3))
    try:
        await get_page(-1)
    except PageError as page_error:
        print(page_error, {k_v for k_v in more_options})
    page_store.page_count += 1
    print(_total_size, inner_function(a_b=2), run_all.__name__, seen(4))
    print(HttpClient().full_url(page_number=1, is_secure=True), user_name, userName, my_f, my__f)
    task = asyncio.create_task(get_page(9))
    print(task.get_coro().__name__, await task)

asyncio.run(run_all(1, 2, some_key=3))
print(page_store.page_count, getattr(page_store, "fetch_page").__qualname__, MAX_SIZE)
match {"user_id": 3}:
    case {"user_id": user_id, **rest_of_it}:
        print(user_id, rest_of_it, f"{user_id=}")
try:
    page_store.fetch_page(max_wait=1)
except TypeError as type_error:
    print(type_error)
`,
  "page_store.py": `MAX_SIZE = 10
page_count = 0

class PageError(Exception): pass

async def fetch_page(page_number, max_wait=1):
    global page_count
    if page_number < 0:
        raise PageError("no page")
    page_count += 1
    return "x" * page_number
`,
};

const folder = made_tree(files);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (file: string): string => readFileSync(path.join(folder, "out", file), "utf8");

describe("--naming camel", () => {
  test("names variables, functions and parameters as TypeScript does", () => {
    const command = ["main.py", "page_store.py", "--out-dir", "out", "--naming", "camel"];
    expect(pyasync2ts(command, { cwd: folder })).toMatchObject({ status: 0 });
    const [main, store] = [written("main.ts"), written("page_store.ts")];
    expect(main).toContain('import * as pageStore from "./page_store.ts";');
    expect(main).toMatch(
      /import \{[^}]*\bfetchPage as getPage\b[^}]*\} from "\.\/page_store\.ts";/,
    );
    expect(main).toContain("export async function runAll(");
    expect(main).toMatch(/^let _totalSize\b/m);
    expect(store).toMatch(/export async function fetchPage\(\s*pageNumber: any,\s*maxWait/);
    expect(store).toContain("export function setPageCount(value");
    // Looked up by name at run time.
    expect(store).toContain("fetchPage as fetch_page");
  });

  test("keeps constants, classes, their attributes, and names that would become one", () => {
    const main = written("main.ts");
    for (const name of ["MAX_SIZE", "HttpClient", "base_url", "full_url", "user_name", "userName"])
      expect(main).toMatch(new RegExp(`\\b${name}\\b`));
    expect(main).toMatch(/\bmy_f\b/);
    expect(main).toMatch(/\bmy__f\b/);
  });

  test("a second run changes nothing, another naming writes it again", () => {
    const again = (naming: string): string =>
      pyasync2ts(["main.py", "page_store.py", "--out-dir", "out", "--naming", naming], {
        cwd: folder,
      }).stderr;
    expect(again("camel")).toContain("2 unchanged");
    expect(again("keep")).toContain("2 written");
    expect(written("main.ts")).toContain("export async function run_all(");
    expect(again("camel")).toContain("2 written");
  });

  test("prints the same", async () => {
    const kept = pyasync2ts(["run", "main.py"], { cwd: folder });
    expect(kept).toMatchObject({ status: 0, stderr: "" });
    expect(await run_emitted(path.join(folder, "out/main.ts"))).toBe(kept.stdout);
  });

  test.each(["shop", "plugins", "words"])("so does the project '%s'", async (name) => {
    const out = path.join(folder, name);
    const project = path.join(fixtures_root, "projects", name);
    const command = [project, "--out-dir", out, "--naming", "camel"];
    expect(pyasync2ts(command, { cwd: folder })).toMatchObject({ status: 0 });
    const golden = readFileSync(path.join(project, "main.out"), "utf8");
    expect(await run_emitted(path.join(out, "main.ts"))).toBe(golden);
  });
});
