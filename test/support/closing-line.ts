// The run's last line in plain words, for those who read logs by machine: `N passed, M failed, K skipped`.
import type { Reporter } from "vitest/node";

export const closing_line: Reporter = {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state]++;
      // a file that fails to load has no tests to tell
      if (module.errors().length > 0) counts.failed++;
    }
    process.stdout.write(
      `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped\n`,
    );
  },
};
