// Files that several programs of one command import: their bytes are kept, and with these what they were parsed to.
import { read_if_exists } from "./host.ts";

/** Bytes of source; their trees take some fifty times as much. */
const MOST_BYTES = 4_000_000;

export class RecentFiles {
  private readonly known = new Map<string, Uint8Array | null>();
  private size = 0;

  /** The bytes of a file, the same object while it is kept; `null` when there is none. Throws a HostError. */
  read(file: string): Uint8Array | null {
    const known = this.known.get(file);
    if (known === null) return null;
    const bytes = known ?? read_if_exists(file);
    this.known.delete(file);
    this.known.set(file, bytes);
    if (known === undefined) this.make_room(bytes?.length ?? 0);
    return bytes;
  }

  private make_room(added: number): void {
    this.size += added;
    for (const [file, bytes] of this.known) {
      if (this.size <= MOST_BYTES) return;
      if (bytes === null) continue;
      this.known.delete(file);
      this.size -= bytes.length;
    }
  }
}
