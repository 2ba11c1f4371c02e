// TransportSocket: what a program may know of a transport's socket.
import type { Dynamic } from "../builtins/dynamic.ts";
import { repr } from "../builtins/representation.ts";
import { Tuple } from "../builtins/tuple.ts";
import type { SocketAddress } from "../platform/sockets.ts";

const FAMILIES = { unix: 1, IPv4: 2, IPv6: 10 } as const;
const SOCK_STREAM = 1;
const IPPROTO_TCP = 6;

/** A socket's address as Python has it: `(host, port)`, `(host, port, flow, scope)`, or a path. */
export function python_address({ family, host, port }: SocketAddress): Dynamic {
  if (family === "unix") return host;
  return family === "IPv4" ? Tuple.of(host, port) : Tuple.of(host, port, 0, 0);
}

export class TransportSocket {
  static readonly __name__: string = "TransportSocket";
  static readonly __module__: string = "asyncio.trsock";

  readonly #local: SocketAddress;
  readonly #remote: SocketAddress | null;
  readonly #descriptor: number;

  constructor(local: SocketAddress, remote: SocketAddress | null, descriptor: number) {
    this.#local = local;
    this.#remote = remote;
    this.#descriptor = descriptor;
  }

  get family(): number {
    return FAMILIES[this.#local.family];
  }

  get type(): number {
    return SOCK_STREAM;
  }

  get proto(): number {
    return this.#local.family === "unix" ? 0 : IPPROTO_TCP;
  }

  fileno(): number {
    return this.#descriptor;
  }

  getsockname(): Dynamic {
    return python_address(this.#local);
  }

  getpeername(): Dynamic {
    return this.#remote === null ? null : python_address(this.#remote);
  }

  /** The platform's sockets have the options that asyncio sets; others can't be set. */
  setsockopt(..._options: readonly unknown[]): void {}

  __repr__(): string {
    const kind = `family=${this.family}, type=${this.type}, proto=${this.proto}`;
    const peer = this.#remote === null ? "" : `, raddr=${repr(this.getpeername())}`;
    const own = `, laddr=${repr(this.getsockname())}`;
    return `<asyncio.TransportSocket fd=${this.#descriptor}, ${kind}${own}${peer}>`;
  }
}
