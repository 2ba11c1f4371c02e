// Protocols: what programs subclass to hear of a transport's events.
import type { Dynamic } from "../builtins/dynamic.ts";

/** What every protocol hears. All methods may be overridden; none must. */
export class BaseProtocol {
  static readonly __name__: string = "BaseProtocol";
  static readonly __module__: string = "asyncio.protocols";

  /** The connection is there; once. */
  connection_made(_transport: Dynamic): unknown {
    return null;
  }

  /** The connection is gone: `null` when it was closed here or by the other side, else the reason. */
  connection_lost(_exc: Dynamic): unknown {
    return null;
  }

  /** The transport's buffer is full: write no more. */
  pause_writing(): unknown {
    return null;
  }

  resume_writing(): unknown {
    return null;
  }
}

/** States: start → connection_made → data_received* → eof_received? → connection_lost. */
export class Protocol extends BaseProtocol {
  static override readonly __module__: string = "asyncio.protocols";
  static override readonly __name__: string = "Protocol";

  data_received(_data: Dynamic): unknown {
    return null;
  }

  /** The other side sends no more. What is true keeps the transport open. */
  eof_received(): unknown {
    return null;
  }
}

/** Gets what comes in buffers of its own: get_buffer, then buffer_updated with the number of bytes. */
export class BufferedProtocol extends BaseProtocol {
  static override readonly __module__: string = "asyncio.protocols";
  static override readonly __name__: string = "BufferedProtocol";

  get_buffer(_sizehint: number): Dynamic {
    return null;
  }

  buffer_updated(_nbytes: number): unknown {
    return null;
  }

  eof_received(): unknown {
    return null;
  }
}

/** Hears of datagrams. */
export class DatagramProtocol extends BaseProtocol {
  static override readonly __module__: string = "asyncio.protocols";
  static override readonly __name__: string = "DatagramProtocol";

  datagram_received(_data: Dynamic, _addr: Dynamic): unknown {
    return null;
  }

  error_received(_exc: Dynamic): unknown {
    return null;
  }
}

/** Hears of a child process. */
export class SubprocessProtocol extends BaseProtocol {
  static override readonly __module__: string = "asyncio.protocols";
  static override readonly __name__: string = "SubprocessProtocol";

  pipe_data_received(_fd: number, _data: Dynamic): unknown {
    return null;
  }

  pipe_connection_lost(_fd: number, _exc: Dynamic): unknown {
    return null;
  }

  process_exited(): unknown {
    return null;
  }
}
