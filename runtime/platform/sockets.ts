// TCP and Unix sockets: connecting, listening, and connections that tell what happens to them.
import { lookup } from "node:dns/promises";
import { connect, createServer, isIP, type Server, type Socket } from "node:net";
import { SystemFailure } from "./system-failure.ts";

export { SystemFailure } from "./system-failure.ts";

export interface SocketAddress {
  readonly family: "IPv4" | "IPv6" | "unix";
  /** The path where the family is `unix`; empty for a socket without a name. */
  readonly host: string;
  readonly port: number;
}

export type Target = { readonly host: string; readonly port: number } | { readonly path: string };

/** Told in the order of the events, each from a callback of the platform. */
export interface ConnectionEvents {
  received(bytes: Uint8Array): void;
  /** The other side sends no more. */
  ended(): void;
  /** Everything written has been handed to the operating system. */
  drained(): void;
  failed(failure: SystemFailure): void;
}

/** An open connection. Nothing is read before `resume`. */
export interface Connection {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  readonly descriptor: number;
  /** Bytes that the operating system has not taken yet. */
  readonly unsent: number;
  listen_to(events: ConnectionEvents): void;
  write(bytes: Uint8Array): void;
  pause(): void;
  resume(): void;
  /** Sends no more, but goes on reading. */
  finish(): void;
  close(): void;
}

export interface Listener {
  readonly address: SocketAddress;
  readonly descriptor: number;
  close(): void;
}

/** Opens a connection; the result gives up. */
export function open_connection(
  target: Target,
  connected: (connection: Connection) => void,
  failed: (failure: SystemFailure) => void,
): () => void {
  const socket = connect({ ...target, allowHalfOpen: true, noDelay: true });
  socket.pause();
  const fail = (error: Error): void => failed(as_failure(error));
  socket.once("error", fail);
  socket.once("connect", () => {
    socket.off("error", fail);
    connected(new NodeConnection(socket));
  });
  return () => {
    socket.on("error", () => {});
    socket.destroy();
  };
}

/** Listens at an address. Throws a SystemFailure when that can't be had. */
export function listen(
  target: Target,
  options: { readonly backlog: number; readonly ipv6_only: boolean },
  accepted: (connection: Connection) => void,
): Promise<Listener> {
  const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true });
  server.on("connection", (socket) => accepted(new NodeConnection(socket)));
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(as_failure(error)));
    server.listen({ ...target, backlog: options.backlog, ipv6Only: options.ipv6_only }, () => {
      server.removeAllListeners("error");
      server.on("error", () => {});
      resolve(new NodeListener(server));
    });
  });
}

/** 4 or 6 for the text of an IP address, 0 for a name. */
export function ip_version(host: string): number {
  return isIP(host.replace(/%.*$/, ""));
}

/** The addresses of a name, in the resolver's order. Throws a SystemFailure. */
export async function resolve_name(
  host: string,
  family: 0 | 4 | 6,
): Promise<readonly { readonly address: string; readonly family: number }[]> {
  try {
    return await lookup(host, { all: true, family, verbatim: true });
  } catch (error) {
    throw as_failure(error);
  }
}

class NodeConnection implements Connection {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  readonly descriptor: number;
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.local = own_address(socket.address(), socket);
    this.remote = peer_address(socket);
    this.descriptor = descriptor_of(socket);
    socket.on("error", () => {});
  }

  get unsent(): number {
    return this.#socket.writableLength;
  }

  listen_to(events: ConnectionEvents): void {
    const socket = this.#socket;
    socket.on("data", (bytes: Uint8Array) => events.received(bytes));
    socket.on("end", () => events.ended());
    socket.on("error", (error) => events.failed(as_failure(error)));
    this.#events = events;
    socket.pause();
  }

  #events: ConnectionEvents | null = null;

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes, () => {
      if (this.#socket.writableLength === 0) this.#events?.drained();
    });
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  finish(): void {
    this.#socket.end();
  }

  close(): void {
    this.#socket.destroy();
  }
}

class NodeListener implements Listener {
  readonly address: SocketAddress;
  readonly descriptor: number;
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
    const address = server.address();
    this.address =
      typeof address === "string" || address === null
        ? { family: "unix", host: address ?? "", port: 0 }
        : { family: address.family as "IPv4" | "IPv6", host: address.address, port: address.port };
    this.descriptor = descriptor_of(server);
  }

  close(): void {
    this.#server.close();
  }
}

function own_address(address: object, socket: Socket): SocketAddress {
  if ("address" in address && "port" in address && "family" in address) {
    return {
      family: address.family as "IPv4" | "IPv6",
      host: String(address.address),
      port: Number(address.port),
    };
  }
  return { family: "unix", host: server_path(socket), port: 0 };
}

/** A connection that a Unix server accepted has the server's path as its own. */
function server_path(socket: Socket): string {
  const server: unknown = Reflect.get(socket, "server");
  if (typeof server !== "object" || server === null) return "";
  const path: unknown = (server as Server).address();
  return typeof path === "string" ? path : "";
}

function peer_address(socket: Socket): SocketAddress {
  const { remoteAddress, remotePort, remoteFamily } = socket;
  if (remoteAddress === undefined || remotePort === undefined) {
    return { family: "unix", host: String(Reflect.get(socket, "_pipeName") ?? ""), port: 0 };
  }
  return {
    family: remoteFamily === "IPv6" ? "IPv6" : "IPv4",
    host: remoteAddress,
    port: remotePort,
  };
}

/** Node tells no file descriptors but in its handles; -1 when it has none. */
function descriptor_of(owner: object): number {
  const handle: unknown = Reflect.get(owner, "_handle");
  const descriptor: unknown =
    typeof handle === "object" && handle !== null ? Reflect.get(handle, "fd") : null;
  return typeof descriptor === "number" ? descriptor : -1;
}

function as_failure(error: unknown): SystemFailure {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
  return new SystemFailure(typeof code === "string" ? code : "EIO", String(error));
}
