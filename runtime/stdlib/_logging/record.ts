// LogRecord: a message on its way, with all that is known of it.
import type { Dynamic } from "../../builtins/dynamic.ts";
import { as_float } from "../../builtins/float.ts";
import { Dict, mod } from "../../builtins/index.ts";
import { text_of } from "../../builtins/representation.ts";
import { interpreter } from "../../builtins/threads.ts";
import { current_thread, get_ident } from "../../concurrency/thread.ts";
import { monotonic, wall_time } from "../../platform/program-clock.ts";
import { process_id } from "../../platform/file-system.ts";
import { program_arguments } from "../../platform/process.ts";
import type { Task } from "../../asyncio/tasks.ts";
import { Tuple } from "../../builtins/tuple.ts";
import { getLevelName } from "./levels.ts";

export class LogRecord {
  static readonly __name__: string = "LogRecord";
  static readonly __module__: string = "logging";

  name: string;
  msg: Dynamic;
  args: Dynamic;
  levelname: string;
  levelno: number;
  pathname: string;
  filename: string;
  module: string;
  exc_info: Dynamic;
  exc_text: string | null = null;
  stack_info: string | null = null;
  lineno = 0;
  funcName = "<module>";
  created: number;
  msecs: number;
  relativeCreated: number;
  thread: number;
  threadName: string;
  processName = "MainProcess";
  process: number;
  taskName: string | null;
  message = "";
  asctime = "";
  [extra: string]: Dynamic;

  constructor(
    name: string,
    level: number,
    msg: Dynamic,
    args: readonly Dynamic[],
    exc_info: Dynamic,
  ) {
    const now = wall_time();
    this.name = name;
    this.msg = msg;
    const [only] = args;
    this.args =
      args.length === 1 && only instanceof Dict && only.size > 0 ? only : Tuple.from_iterable(args);
    this.levelname = String(getLevelName(level));
    this.levelno = level;
    this.pathname = program_arguments()[0] ?? "";
    this.filename = this.pathname.replace(/^.*\//s, "");
    this.module = this.filename.replace(/\.[^.]*$/, "");
    this.exc_info = exc_info;
    this.created = as_float(now);
    this.msecs = as_float(Math.floor((now - Math.floor(now)) * 1000));
    this.relativeCreated = as_float(monotonic() * 1000);
    this.thread = get_ident();
    this.threadName = current_thread().name;
    this.process = process_id();
    const task = interpreter.current.stepping as Task | null;
    this.taskName = task === null ? null : task.get_name();
  }

  /** The message with its arguments in place. */
  getMessage(): string {
    const text = text_of(this.msg);
    return this.args instanceof Dict || this.args.length > 0
      ? (mod(text as Dynamic, this.args) as unknown as string)
      : text;
  }
}
