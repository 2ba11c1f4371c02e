// Names of hosts as addresses, in the turns that CPython's getaddrinfo takes.
import { OSError, TypeError } from "../builtins/exceptions/index.ts";
import { bare_type_name } from "../builtins/type-name.ts";
import { ip_version, resolve_name, type SystemFailure } from "../platform/sockets.ts";
import type { AbstractEventLoop } from "./events.ts";
import type { Future } from "./futures.ts";

export interface HostAddress {
  readonly host: string;
  readonly version: 4 | 6;
}

/** socket.gaierror. */
export class gaierror extends OSError {
  static override readonly __module__: string = "socket";
}

/** The addresses of a host; an address is its own. gaierror for names that nobody knows. */
export async function resolve_host(
  loop: AbstractEventLoop,
  host: string,
  family: number,
): Promise<readonly HostAddress[]> {
  if (typeof host !== "string") {
    throw new TypeError(`host must be str, not ${bare_type_name(host)}`);
  }
  const version = ip_version(host);
  if (version !== 0) return [{ host, version: version as 4 | 6 }];
  const found = loop.create_future() as Future<readonly HostAddress[]>;
  const release = loop.hold();
  const deliver = (end: () => void): void => {
    release();
    if (!loop.is_closed()) loop.call_soon_threadsafe(() => found.done() || end());
  };
  resolve_name(host, wanted_version(family)).then(
    (rows) =>
      deliver(() =>
        found.set_result(
          rows.map((row) => ({ host: row.address, version: row.family === 6 ? 6 : 4 })),
        ),
      ),
    (failure: SystemFailure) => deliver(() => found.set_exception(resolver_error(failure))),
  );
  return await found;
}

const AF_INET = 2;
const AF_INET6 = 10;

function wanted_version(family: number): 0 | 4 | 6 {
  if (family === AF_INET) return 4;
  return family === AF_INET6 ? 6 : 0;
}

const UNKNOWN_NAME = -2;
const TRY_AGAIN = -3;

function resolver_error({ code }: SystemFailure): gaierror {
  return code === "EAI_AGAIN"
    ? new gaierror(TRY_AGAIN, "Temporary failure in name resolution")
    : new gaierror(UNKNOWN_NAME, "Name or service not known");
}
