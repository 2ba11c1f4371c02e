// A program as it is emitted for process pools: jobs are exported functions, the top level is guarded.
import * as asyncio from "../../../runtime/asyncio/index.ts";
import {
  b,
  dict,
  Exception,
  Float,
  is_main,
  print,
  PySet,
  repr,
  Tuple,
  ValueError,
} from "../../../runtime/builtins/index.ts";
import * as futures from "../../../runtime/stdlib/concurrent/futures.ts";

export class MyError extends Exception {
  readonly code: unknown;

  constructor(...args: readonly unknown[]) {
    super(...args);
    this.code = args[1];
  }
}

export class Point {
  readonly x: number;

  constructor(x: number) {
    this.x = x;
  }

  __repr__(): string {
    return `Point(${this.x})`;
  }
}

export function cpu_bound(): number {
  let total = 0;
  for (let i = 0; i < 5; i++) total += i * i;
  return total;
}

export function echo(...values: readonly unknown[]): readonly unknown[] {
  return Tuple.of(...values);
}

export function raise_own(code: number): never {
  throw new MyError("bad", code);
}

export function raise_builtin(_n: unknown): never {
  throw new ValueError("nope");
}

export function square(n: number): number {
  return n * n;
}

export async function main(): Promise<void> {
  const loop = asyncio.get_running_loop();
  const pool = new futures.ProcessPoolExecutor(2);
  print("sum", await loop.run_in_executor(pool, cpu_bound));
  const shared = [1];
  const numbers = [1, new Float(2), 2n ** 70n, "s", null, true];
  const containers = [
    [shared, shared],
    Tuple.of(1, "a"),
    dict({ k: new Float(1) }),
    new PySet([3, 1]),
  ];
  print(
    await loop.run_in_executor(pool, echo, ...numbers, ...containers, b("x\xff"), new Point(1)),
  );
  for (const job of [raise_own, raise_builtin, (_n: unknown) => 1]) {
    try {
      await loop.run_in_executor(pool, job as (code: number) => unknown, 7);
    } catch (error) {
      const is_own = error instanceof MyError;
      print(
        is_own ? error.code : null,
        error instanceof ValueError,
        repr(error).replace(/ at 0x\w+/, ""),
      );
    }
  }
  print(await pool.map(square, [1, 2, 3, 4]).to_list());
  await pool.shutdown();
}

if (is_main(import.meta)) {
  futures.set_main_namespace({ MyError, Point });
  await asyncio.run(main);
}
