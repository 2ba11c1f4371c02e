// create_connection and create_server, for TCP and for Unix sockets.
import { call } from "../builtins/calls/call.ts";
import type { Dynamic } from "../builtins/dynamic.ts";
import { type BaseException, OSError } from "../builtins/exceptions/index.ts";
import { repr, text_of } from "../builtins/representation.ts";
import { Tuple } from "../builtins/tuple.ts";
import {
  listen,
  open_connection,
  type Connection,
  type Listener,
  type SystemFailure,
  type Target,
} from "../platform/sockets.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Future } from "./futures.ts";
import { gather } from "./gather.ts";
import { os_error } from "./os-errors.ts";
import type { BaseProtocol } from "./protocols.ts";
import { resolve_host, type HostAddress } from "./resolve.ts";
import { SocketTransport } from "./selector_events.ts";
import { Server, type ProtocolFactory } from "./server.ts";
import { sleep } from "./sleep.ts";

/** The backlog that asyncio uses unless told. */
export const DEFAULT_BACKLOG = 100;

/** `(transport, protocol)` of a new connection to one of the host's addresses, tried in order. OSError when none answers. */
export async function connect_to_host<P extends BaseProtocol>(
  loop: AbstractEventLoop,
  protocol_factory: (() => P) | (new () => P),
  host: string,
  port: number,
  family: number,
): Promise<readonly [SocketTransport, P]> {
  const addresses = await resolve_host(loop, host, family);
  const errors: BaseException[] = [];
  for (const address of addresses) {
    try {
      const target = { host: address.host, port: Number(port) };
      const connection = await connect(loop, target, python_target(address, target.port));
      return await make_transport(loop, connection, protocol_factory);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      errors.push(error);
    }
  }
  throw one_error(errors);
}

/** The same by the path of a Unix socket. */
export async function connect_to_path<P extends BaseProtocol>(
  loop: AbstractEventLoop,
  protocol_factory: (() => P) | (new () => P),
  path: string,
): Promise<readonly [SocketTransport, P]> {
  const connection = await connect(loop, { path }, null);
  return await make_transport(loop, connection, protocol_factory);
}

export interface ListenOptions {
  readonly family: number;
  readonly backlog: number;
  readonly start_serving: boolean;
}

/** A server on all addresses of the hosts. OSError when an address can't be had. */
export async function listen_on_hosts(
  loop: AbstractEventLoop,
  protocol_factory: ProtocolFactory,
  host: Dynamic,
  port: number,
  options: ListenOptions,
): Promise<Server> {
  const hosts: readonly (string | null)[] =
    host === "" || host === null ? [null] : typeof host === "string" ? [host] : [...host];
  const resolved: readonly (readonly HostAddress[])[] = await gather(
    ...hosts.map((each) => async () => await server_addresses(loop, each, options.family)),
  );
  const server = new Server(loop, protocol_factory);
  const listeners: Listener[] = [];
  for (const { host: address, version } of unique(resolved.flat())) {
    const target = { host: address, port: Number(port) };
    const python = python_target({ host: address, version }, target.port);
    const listener = await bind(target, python, server, options.backlog);
    if (listener !== null) listeners.push(listener);
  }
  return await begin(server, listeners, options.start_serving);
}

export async function listen_on_path(
  loop: AbstractEventLoop,
  protocol_factory: ProtocolFactory,
  path: string,
  options: Pick<ListenOptions, "backlog" | "start_serving">,
): Promise<Server> {
  const server = new Server(loop, protocol_factory);
  const listener = await bind({ path }, path, server, options.backlog);
  return await begin(server, listener === null ? [] : [listener], options.start_serving);
}

async function begin(
  server: Server,
  listeners: readonly Listener[],
  start: boolean,
): Promise<Server> {
  server._listen_on(listeners);
  if (start) {
    server._start_serving();
    await sleep(0);
  }
  return server;
}

async function connect(
  loop: AbstractEventLoop,
  target: Target,
  address: Dynamic,
): Promise<Connection> {
  const connected = loop.create_future() as Future<Connection>;
  const release = loop.hold();
  const deliver = (end: () => void): void => {
    release();
    if (!loop.is_closed()) loop.call_soon_threadsafe(end);
  };
  const give_up = open_connection(
    target,
    (connection) =>
      deliver(() => {
        if (connected.done()) connection.close();
        else connected.set_result(connection);
      }),
    (failure) =>
      deliver(() => connected.done() || connected.set_exception(refusal(failure, address))),
  );
  try {
    return await connected;
  } catch (error) {
    release();
    if (connected.cancelled()) give_up();
    throw error;
  }
}

/** Unix sockets fail in the call itself and say no more than the system; TCP fails later and names the address. */
function refusal(failure: SystemFailure, address: Dynamic): OSError {
  return address === null
    ? os_error(failure)
    : os_error(failure, () => `Connect call failed ${repr(address)}`);
}

async function make_transport<P extends BaseProtocol>(
  loop: AbstractEventLoop,
  connection: Connection,
  protocol_factory: (() => P) | (new () => P),
): Promise<readonly [SocketTransport, P]> {
  const protocol = call(protocol_factory as Dynamic) as P;
  const waiter = loop.create_future() as Future<null>;
  const transport = new SocketTransport(loop, connection, protocol, waiter, null);
  try {
    await waiter;
  } catch (error) {
    transport.close();
    throw error;
  }
  return Tuple.of(transport, protocol);
}

/** Binding blocks in Python as well: the loop is held for that moment. Null where the machine has no such address. */
async function bind(
  target: Target,
  address: Dynamic,
  server: Server,
  backlog: number,
): Promise<Listener | null> {
  const ipv6_only = "host" in target && target.host.includes(":");
  try {
    return await listen(target, { backlog, ipv6_only }, (connection) => server._accept(connection));
  } catch (failure) {
    const { code } = failure as SystemFailure;
    if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") return null;
    if ("path" in target) throw path_error(failure as SystemFailure, target.path);
    throw bind_error(failure as SystemFailure, address);
  }
}

function bind_error(failure: SystemFailure, address: Dynamic): OSError {
  const plain = text_of(os_error(failure)).toLowerCase();
  return os_error(
    failure,
    () => `error while attempting to bind on address ${repr(address)}: ${plain}`,
  );
}

function path_error(failure: SystemFailure, path: string): OSError {
  return failure.code === "EADDRINUSE"
    ? os_error(failure, () => `Address ${repr(path)} is already in use`)
    : os_error(failure);
}

async function server_addresses(
  loop: AbstractEventLoop,
  host: string | null,
  family: number,
): Promise<readonly HostAddress[]> {
  if (host !== null) return await resolve_host(loop, host, family);
  const all: readonly HostAddress[] = [
    { host: "0.0.0.0", version: 4 },
    { host: "::", version: 6 },
  ];
  return family === 0 ? all : all.filter(({ version }) => version === (family === 2 ? 4 : 6));
}

function unique(addresses: readonly HostAddress[]): readonly HostAddress[] {
  return [...new Map(addresses.map((address) => [address.host, address])).values()];
}

function python_target({ host, version }: HostAddress, port: number): Dynamic {
  return version === 4 ? Tuple.of(host, port) : Tuple.of(host, port, 0, 0);
}

function one_error(errors: readonly BaseException[]): BaseException {
  const [first] = errors;
  if (first === undefined) return new OSError("getaddrinfo() returned empty list");
  const texts = errors.map(text_of);
  if (texts.every((text) => text === texts[0])) return first;
  return new OSError(`Multiple exceptions: ${texts.join(", ")}`);
}
