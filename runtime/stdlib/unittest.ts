// Python's unittest.
export { FunctionTestCase } from "./_unittest/function-case.ts";
export { IsolatedAsyncioTestCase } from "./_unittest/isolated-case.ts";
export { TestCase } from "./_unittest/case.ts";
export { defaultTestLoader, TestLoader } from "./_unittest/loader.ts";
export { main, TestProgram } from "./_unittest/main.ts";
export {
  addModuleCleanup,
  doModuleCleanups,
  enterModuleContext,
} from "./_unittest/module-cleanups.ts";
export { TestResult } from "./_unittest/result.ts";
export { TextTestRunner } from "./_unittest/runner.ts";
export { expectedFailure, skip, skipIf, SkipTest, skipUnless } from "./_unittest/skipping.ts";
export { BaseTestSuite, TestSuite } from "./_unittest/suite.ts";
export { TextTestResult } from "./_unittest/text-result.ts";
