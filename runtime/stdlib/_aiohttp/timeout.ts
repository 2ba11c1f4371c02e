// ClientTimeout: how long requests may take.
const FIVE_MINUTES = 300;

export class ClientTimeout {
  static readonly __name__: string = "ClientTimeout";
  static readonly __module__: string = "aiohttp.client";

  /** Seconds for the whole request; `null` without limit. */
  readonly total: number | null;
  readonly connect: number | null;
  readonly sock_read: number | null;
  readonly sock_connect: number | null;

  constructor(
    total: number | null = null,
    connect: number | null = null,
    sock_read: number | null = null,
    sock_connect: number | null = null,
  ) {
    this.total = total === null ? null : Number(total);
    this.connect = connect;
    this.sock_read = sock_read;
    this.sock_connect = sock_connect;
  }

  /** What programs give as a timeout: one of these, seconds, or nothing. */
  static of(timeout: ClientTimeout | number | null): ClientTimeout {
    if (timeout instanceof ClientTimeout) return timeout;
    return new ClientTimeout(timeout === null ? FIVE_MINUTES : Number(timeout));
  }
}
