// One line on standard error that is written over and over; nothing where standard error is no terminal.
const EVERY_MS = 100;

export class Progress {
  private readonly total: number;
  private readonly shows: boolean;
  private readonly begin = performance.now();
  private last = 0;
  private done = 0;
  private lines = 0;

  /** `total`: files. */
  constructor(total: number) {
    this.total = total;
    this.shows = process.stderr.isTTY === true;
  }

  add(lines: number): void {
    this.done++;
    this.lines += lines;
    const now = performance.now();
    if (!this.shows || now - this.last < EVERY_MS) return;
    this.last = now;
    process.stderr.write(`\r\u001b[K${this.line((now - this.begin) / 1000)}`);
  }

  clear(): void {
    if (this.shows && this.last > 0) process.stderr.write("\r\u001b[K");
  }

  private line(seconds: number): string {
    const rate = Math.round(this.lines / Math.max(seconds, 0.001));
    const left = ((this.total - this.done) * seconds) / Math.max(this.done, 1);
    return `${this.done}/${this.total} files  ${rate.toLocaleString("en")} lines/s  ${clock(left)} left`;
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
