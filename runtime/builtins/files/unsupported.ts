// io.UnsupportedOperation: reading what is open for writing, and the like.
import { OSError } from "../exceptions/index.ts";

export class UnsupportedOperation extends OSError {
  static override readonly __name__: string = "UnsupportedOperation";
  static override readonly __module__: string = "io";
}
