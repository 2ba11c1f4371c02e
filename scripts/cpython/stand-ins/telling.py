# Runs the tests of a module and tells of each on a line of its own.
import unittest


def tell(tests, skips):
    suite = unittest.TestSuite()
    for test in each_test(unittest.defaultTestLoader.loadTestsFromModule(tests)):
        reason = reason_to_skip(test.id(), skips)
        if reason is None:
            suite.addTest(test)
        else:
            line("skipped", test.id(), reason)
    suite.run(Telling())
    line("done", "", "")


def each_test(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from each_test(test)
        else:
            yield test


def reason_to_skip(name, skips):
    parts = name.split(".")
    for skipped, reason in skips.items():
        wanted = skipped.split(".")
        if len(wanted) <= len(parts) and all(each in ("*", part) for each, part in zip(wanted, parts)):
            return reason
    return None


def line(kind, name, why):
    print("@@test", kind, name, why.replace("\t", " "), sep="\t", flush=True)


class Telling(unittest.TestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        if test not in self.broken:
            line("passed", test.id(), "")

    def startTestRun(self):
        super().startTestRun()

    @property
    def broken(self):
        return [test.test_case for test, text in self.failures + self.errors if hasattr(test, "test_case")]

    def addFailure(self, test, err):
        super().addFailure(test, err)
        line("failed", test.id(), last_line(self.failures))

    def addError(self, test, err):
        super().addError(test, err)
        line("error", test.id(), last_line(self.errors))

    def addSubTest(self, test, subtest, err):
        failed, in_error = len(self.failures), len(self.errors)
        super().addSubTest(test, subtest, err)
        if len(self.failures) > failed:
            line("failed", subtest.id(), last_line(self.failures))
        elif len(self.errors) > in_error:
            line("error", subtest.id(), last_line(self.errors))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        line("skipped", test.id(), reason)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        line("passed", test.id(), "")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        line("failed", test.id(), "unexpected success")


def last_line(told):
    lines = told[-1][1].strip().splitlines()
    place = [each.strip() for each in lines if each.startswith("  File ")]
    return lines[-1] + "  |  " + (place[-1] if place else "")
