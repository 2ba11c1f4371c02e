// AbstractServer: what servers of every loop can do.
import type { Dynamic } from "../builtins/dynamic.ts";
import { NotImplementedError } from "../builtins/exceptions/index.ts";

export class AbstractServer {
  static readonly __name__: string = "AbstractServer";
  static readonly __module__: string = "asyncio.events";

  close(): void {
    throw new NotImplementedError();
  }

  close_clients(): void {
    throw new NotImplementedError();
  }

  abort_clients(): void {
    throw new NotImplementedError();
  }

  get_loop(): Dynamic {
    throw new NotImplementedError();
  }

  is_serving(): boolean {
    throw new NotImplementedError();
  }

  async start_serving(): Promise<null> {
    throw new NotImplementedError();
  }

  async serve_forever(): Promise<null> {
    throw new NotImplementedError();
  }

  async wait_closed(): Promise<null> {
    throw new NotImplementedError();
  }

  async __aenter__(): Promise<this> {
    return this;
  }

  async __aexit__(_type: Dynamic, _error: Dynamic, _traceback: Dynamic): Promise<null> {
    this.close();
    await this.wait_closed();
    return null;
  }
}
