// The signals of Linux, by their numbers.
import { enumeration } from "../_enum/enumeration.ts";
import { IntEnum } from "../_enum/repr-enum.ts";

export class Signals extends IntEnum {
  static readonly __name__: string = "Signals";
  static override readonly __module__: string = "signal";
  static readonly SIGHUP = new Signals(1);
  static readonly SIGINT = new Signals(2);
  static readonly SIGQUIT = new Signals(3);
  static readonly SIGILL = new Signals(4);
  static readonly SIGTRAP = new Signals(5);
  static readonly SIGABRT = new Signals(6);
  static readonly SIGBUS = new Signals(7);
  static readonly SIGFPE = new Signals(8);
  static readonly SIGKILL = new Signals(9);
  static readonly SIGUSR1 = new Signals(10);
  static readonly SIGSEGV = new Signals(11);
  static readonly SIGUSR2 = new Signals(12);
  static readonly SIGPIPE = new Signals(13);
  static readonly SIGALRM = new Signals(14);
  static readonly SIGTERM = new Signals(15);
  static readonly SIGSTKFLT = new Signals(16);
  static readonly SIGCHLD = new Signals(17);
  static readonly SIGCONT = new Signals(18);
  static readonly SIGSTOP = new Signals(19);
  static readonly SIGTSTP = new Signals(20);
  static readonly SIGTTIN = new Signals(21);
  static readonly SIGTTOU = new Signals(22);
  static readonly SIGURG = new Signals(23);
  static readonly SIGXCPU = new Signals(24);
  static readonly SIGXFSZ = new Signals(25);
  static readonly SIGVTALRM = new Signals(26);
  static readonly SIGPROF = new Signals(27);
  static readonly SIGWINCH = new Signals(28);
  static readonly SIGIO = new Signals(29);
  static readonly SIGPWR = new Signals(30);
  static readonly SIGSYS = new Signals(31);
  static readonly SIGRTMIN = new Signals(34);
  static readonly SIGRTMAX = new Signals(64);

  static {
    enumeration(this);
  }
}

/** What stands for a handler. */
export class Handlers extends IntEnum {
  static readonly __name__: string = "Handlers";
  static override readonly __module__: string = "signal";
  static readonly SIG_DFL = new Handlers(0);
  static readonly SIG_IGN = new Handlers(1);

  static {
    enumeration(this);
  }
}

/** What the system calls a signal: `strsignal`. */
export const descriptions: Readonly<Record<number, string>> = {
  1: "Hangup",
  2: "Interrupt",
  3: "Quit",
  4: "Illegal instruction",
  5: "Trace/breakpoint trap",
  6: "Aborted",
  7: "Bus error",
  8: "Floating point exception",
  9: "Killed",
  10: "User defined signal 1",
  11: "Segmentation fault",
  12: "User defined signal 2",
  13: "Broken pipe",
  14: "Alarm clock",
  15: "Terminated",
  16: "Stack fault",
  17: "Child exited",
  18: "Continued",
  19: "Stopped (signal)",
  20: "Stopped",
  21: "Stopped (tty input)",
  22: "Stopped (tty output)",
  23: "Urgent I/O condition",
  24: "CPU time limit exceeded",
  25: "File size limit exceeded",
  26: "Virtual timer expired",
  27: "Profiling timer expired",
  28: "Window changed",
  29: "I/O possible",
  30: "Power failure",
  31: "Bad system call",
};
