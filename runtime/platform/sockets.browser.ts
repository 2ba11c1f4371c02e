// A page opens no sockets: connecting fails as on a system that lacks them.
import { SystemFailure } from "./system-failure.ts";
import type { Connection, Listener, Target } from "./sockets.ts";

export { SystemFailure } from "./system-failure.ts";
export type { Connection, ConnectionEvents, Listener, SocketAddress, Target } from "./sockets.ts";

const failure = (): SystemFailure =>
  new SystemFailure("ENOSYS", "ENOSYS: sockets are not there in a browser");

export function open_connection(
  _target: Target,
  _connected: (connection: Connection) => void,
  failed: (failure: SystemFailure) => void,
): () => void {
  const timer = setTimeout(() => failed(failure()));
  return () => clearTimeout(timer);
}

export function listen(
  _target: Target,
  _options: { readonly backlog: number; readonly ipv6_only: boolean },
  _accepted: (connection: Connection) => void,
): Promise<Listener> {
  return Promise.reject(failure());
}

/** 4 or 6 for the text of an IP address, 0 for a name. */
export function ip_version(host: string): number {
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(host)) return 4;
  return /^[\da-f:.]*:[\da-f:.]*(?:%.*)?$/i.test(host) ? 6 : 0;
}

export function resolve_name(
  _host: string,
  _family: 0 | 4 | 6,
): Promise<readonly { readonly address: string; readonly family: number }[]> {
  return Promise.reject(failure());
}
