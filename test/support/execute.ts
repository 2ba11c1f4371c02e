// Runs a program with what its fixture asks for around it (input, an HTTP server, a peer).
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { constants } from "node:os";
import { read_fixture, type Fixture } from "./fixture.ts";

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  /** As a shell tells it: 128 and the signal's number for a program that a signal ended. */
  readonly status: number;
}

/** How to run a fixture: by CPython, by our CLI, … */
export type Command = (fixture: Fixture) => {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

const time_limit_ms = 60_000;

/** Runs the fixture by `command`; a program on the other side of its socket by `peer_command`. */
export async function execute(
  fixture: Fixture,
  command: Command,
  peer_command: Command = command,
): Promise<Outcome> {
  const http = fixture.http === null ? null : await serve_page(fixture.http);
  try {
    if (fixture.client !== null) return await execute_server(fixture, command, peer_command);
    if (fixture.server === null) return await start(fixture, command).outcome;
    const server = start(read_fixture(fixture.server), peer_command);
    await server.first_output;
    const outcome = await start(fixture, command).outcome;
    server.process.kill("SIGKILL");
    await server.outcome;
    return outcome;
  } finally {
    http?.closeAllConnections();
    http?.close();
  }
}

/** Runs a server until its client has ended, and then interrupts it as a user would. */
async function execute_server(fixture: Fixture, command: Command, peer: Command): Promise<Outcome> {
  const server = start(fixture, command);
  await server.first_output;
  await start(read_fixture(fixture.client ?? ""), peer).outcome;
  server.process.kill("SIGINT");
  return server.outcome;
}

interface Started {
  readonly process: ChildProcess;
  readonly first_output: Promise<unknown>;
  readonly outcome: Promise<Outcome>;
}

function start(fixture: Fixture, command: Command): Started {
  const { command: executable, args, env } = command(fixture);
  const child = spawn(executable, [...args], {
    env: {
      ...process.env,
      PYTHONHASHSEED: "0",
      PYTHONUNBUFFERED: "1",
      PYTHONIOENCODING: "utf-8",
      ...env,
    },
    stdio: ["pipe", "pipe", "pipe"],
    timeout: time_limit_ms,
    killSignal: "SIGKILL",
  });
  child.stdin.on("error", () => {}); // a program that does not read its input closes it
  child.stdin.end(fixture.stdin);
  return {
    process: child,
    first_output: Promise.race([once(child.stdout, "data"), once(child, "close")]),
    outcome: collect(child),
  };
}

async function collect(child: ChildProcess): Promise<Outcome> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
  const [status, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return {
    stdout: Buffer.concat(stdout).toString("utf8"),
    stderr: Buffer.concat(stderr).toString("utf8"),
    status: status ?? 128 + (signal === null ? 0 : constants.signals[signal]),
  };
}

async function serve_page(port: number) {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<html><body><h1>${request.method} ${request.url}</h1><p>你好, asyncio</p></body></html>\n`,
    );
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
