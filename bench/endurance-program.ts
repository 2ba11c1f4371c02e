// Ten million task switches and a million short tasks in one loop; prints time and memory of each tenth.
import * as asyncio from "../runtime/asyncio/index.ts";

const SWITCHES = 10_000_000;
const SHORT_TASKS = 1_000_000;
const PARTS = 10;
const GROUP = 100;

async function give_way(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await asyncio.sleep(0);
}

async function short(): Promise<void> {
  await asyncio.sleep(0);
}

async function run_part(switches: number, tasks: number): Promise<void> {
  const half = async (): Promise<void> => give_way(switches / 2);
  await asyncio.gather(half, half);
  for (let i = 0; i < tasks / GROUP; i++) {
    const group = new asyncio.TaskGroup();
    await group.__aenter__();
    for (let j = 0; j < GROUP; j++) group.create_task(short);
    await group.__aexit__(null, null, null);
  }
}

function megabytes(): number {
  gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

async function main(): Promise<void> {
  // Compiled code comes with the first steps.
  await run_part(100_000, 10_000);
  const before = megabytes();
  console.log(`at the start: ${before.toFixed(2)} MB in use`);
  const seconds: number[] = [];
  for (let part = 1; part <= PARTS; part++) {
    const start = process.cpuUsage();
    await run_part(SWITCHES / PARTS, SHORT_TASKS / PARTS);
    const { user, system } = process.cpuUsage(start);
    seconds.push((user + system) / 1e6);
    console.log(
      `tenth ${String(part).padStart(2)}: ${((user + system) / 1e6).toFixed(2)} s of processor time, ${megabytes().toFixed(2)} MB in use`,
    );
  }
  const growth = (megabytes() / before - 1) * 100;
  const slower = ((seconds.at(-1) ?? 0) / (seconds[0] ?? 1) - 1) * 100;
  console.log(
    `memory ${growth.toFixed(1)} %, time of the last tenth ${slower.toFixed(1)} % beside the first`,
  );
}

await asyncio.run(main);
