// open_connection and start_server: readers and writers over the loop's connections.
import type { Dynamic } from "../builtins/dynamic.ts";
import { Tuple } from "../builtins/tuple.ts";
import { get_running_loop } from "./loops.ts";
import type { Server } from "./server.ts";
import { DEFAULT_LIMIT, StreamReader } from "./stream-reader.ts";
import { StreamReaderProtocol, StreamWriter, type ClientConnected } from "./stream-writer.ts";
import type {
  CreateConnectionOptions,
  CreateServerOptions,
  CreateUnixServerOptions,
} from "./unix_events.ts";

export { StreamReader } from "./stream-reader.ts";
export { StreamReaderProtocol, StreamWriter } from "./stream-writer.ts";

/** `(reader, writer)` of a new connection. Errors: OSError and its kind. */
export async function open_connection(
  host: string | null = null,
  port: number | string | null = null,
  { limit = DEFAULT_LIMIT, ...options }: { limit?: number } & CreateConnectionOptions = {},
): Promise<readonly [StreamReader, StreamWriter]> {
  const loop = get_running_loop();
  const reader = new StreamReader(limit, loop);
  const protocol = new StreamReaderProtocol(reader, null, loop);
  const [transport] = await loop.create_connection(() => protocol, host, port, options);
  return Tuple.of(reader, new StreamWriter(transport, protocol, reader, loop));
}

/** A server that calls `client_connected_cb(reader, writer)` for each connection. */
export async function start_server(
  client_connected_cb: ClientConnected,
  host: string | Iterable<string> | null = null,
  port: number | string | null = null,
  { limit = DEFAULT_LIMIT, ...options }: { limit?: number } & CreateServerOptions = {},
): Promise<Server> {
  const loop = get_running_loop();
  const factory = (): StreamReaderProtocol =>
    new StreamReaderProtocol(new StreamReader(limit, loop), client_connected_cb, loop);
  return await loop.create_server(factory, host, port, options);
}

/** `open_connection` by the path of a Unix socket. */
export async function open_unix_connection(
  path: Dynamic = null,
  { limit = DEFAULT_LIMIT }: { limit?: number } = {},
): Promise<readonly [StreamReader, StreamWriter]> {
  const loop = get_running_loop();
  const reader = new StreamReader(limit, loop);
  const protocol = new StreamReaderProtocol(reader, null, loop);
  const [transport] = await loop.create_unix_connection(() => protocol, path);
  return Tuple.of(reader, new StreamWriter(transport, protocol, reader, loop));
}

/** `start_server` on the path of a Unix socket. */
export async function start_unix_server(
  client_connected_cb: ClientConnected,
  path: Dynamic = null,
  { limit = DEFAULT_LIMIT, ...options }: { limit?: number } & CreateUnixServerOptions = {},
): Promise<Server> {
  const loop = get_running_loop();
  const factory = (): StreamReaderProtocol =>
    new StreamReaderProtocol(new StreamReader(limit, loop), client_connected_cb, loop);
  return await loop.create_unix_server(factory, path, options);
}
