// Workers over the cores: jobs go to whoever is free, urgent ones first.
import os from "node:os";
import { Worker } from "node:worker_threads";
import type { Answer, Job } from "./jobs.ts";

/** A thread's stack for what nests deeply, and what its trees may take. */
const STACK_MB = 256;

interface Task {
  readonly job: Job;
  readonly on_answer: (answer: Answer) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Pool {
  private readonly dist: string;
  private readonly size: number;
  private readonly workers = new Set<Worker>();
  private readonly idle: Worker[] = [];
  private readonly urgent: Task[] = [];
  private readonly waiting: Task[] = [];

  /** `dist`: the URL of the folder with the built modules. Threads are started when there is work for them. */
  constructor(dist: string, size: number) {
    this.dist = dist;
    this.size = size;
  }

  /** Resolves when the job is done; rejects when its thread dies of it. */
  run(job: Job, on_answer: (answer: Answer) => void, is_urgent = false): Promise<void> {
    return new Promise((resolve, reject) => {
      (is_urgent ? this.urgent : this.waiting).push({ job, on_answer, resolve, reject });
      this.hand_out();
    });
  }

  /** Jobs that have not ended never will. */
  async close(): Promise<void> {
    this.urgent.length = 0;
    this.waiting.length = 0;
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private hand_out(): void {
    while (this.urgent.length + this.waiting.length > 0) {
      const worker = this.idle.pop() ?? this.started();
      if (worker === null) return;
      const task = this.urgent.shift() ?? this.waiting.shift();
      if (task !== undefined) this.give(worker, task);
    }
  }

  private started(): Worker | null {
    if (this.workers.size >= this.size) return null;
    const worker = new Worker(new URL("batch-worker.js", this.dist), {
      execArgv: [],
      resourceLimits: {
        stackSizeMb: STACK_MB,
        maxOldGenerationSizeMb: Math.max(2048, Math.floor((os.totalmem() / 2 ** 20) * 0.7)),
      },
    });
    this.workers.add(worker);
    return worker;
  }

  private give(worker: Worker, task: Task): void {
    const on_message = (answer: Answer): void => {
      if (answer.kind !== "done") return task.on_answer(answer);
      leave();
      this.idle.push(worker);
      task.resolve();
      this.hand_out();
    };
    const on_error = (error: unknown): void => {
      leave();
      this.workers.delete(worker);
      task.reject(error);
      this.hand_out();
    };
    const leave = (): void => {
      worker.off("message", on_message);
      worker.off("error", on_error);
    };
    worker.on("message", on_message);
    worker.on("error", on_error);
    worker.postMessage(task.job, []);
  }
}
