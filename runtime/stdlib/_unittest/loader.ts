// TestLoader: finds the tests of classes, modules and names.
import { as_exception } from "../../builtins/exceptions/as-exception.ts";
import {
  AttributeError,
  Exception,
  ImportError,
  TypeError,
} from "../../builtins/exceptions/index.ts";
import type { Blocking } from "../../builtins/blocking.ts";
import { blocking_methods } from "../../builtins/calls/callable-kind.ts";
import type { Dynamic } from "../../builtins/dynamic.ts";
import { call, callable, dir, getattr } from "../../builtins/index.ts";
import { module_named, ProgramModule } from "../../builtins/program-modules.ts";
import { format_exception } from "../../builtins/traceback/format-exception.ts";
import { repr, text_of } from "../../builtins/representation.ts";
import { compare_text } from "../../builtins/text/compare.ts";
import { class_module, class_qualname, is_class } from "../../builtins/type-name.ts";
import { called } from "./calling.ts";
import { TestCase } from "./case.ts";
import { FailedTest } from "./failed-test.ts";
import { FunctionTestCase } from "./function-case.ts";
import { matches_pattern } from "./name-pattern.ts";
import { BaseTestSuite, TestSuite } from "./suite.ts";

export class TestLoader {
  static readonly __name__: string = "TestLoader";
  static readonly __module__: string = "unittest.loader";

  static {
    blocking_methods(this, "loadTestsFromModule", "loadTestsFromName", "loadTestsFromNames");
  }

  testMethodPrefix: string = "test";
  sortTestMethodsUsing: Dynamic = compare_names;
  testNamePatterns: Dynamic = null;
  suiteClass: Dynamic = TestSuite;
  errors: string[] = [];

  /** A suite of the tests of a class. TypeError for suites. */
  loadTestsFromTestCase(testCaseClass: Dynamic): Dynamic {
    if (is_subclass(testCaseClass, BaseTestSuite))
      throw new TypeError(
        "Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?",
      );
    let names = is_base(testCaseClass) ? [] : this.getTestCaseNames(testCaseClass);
    if (
      names.length === 0 &&
      !is_base(testCaseClass) &&
      getattr(testCaseClass, "runTest", null) !== null
    )
      names = ["runTest"];
    return call(
      this.suiteClass,
      names.map((name) => call(testCaseClass, name)),
    );
  }

  /** A suite of the tests of a module; its `load_tests` decides, where it has one. */
  async loadTestsFromModule(
    module: Dynamic,
    { pattern = null }: { readonly pattern?: Dynamic } = {},
  ): Blocking<Dynamic> {
    const suites = names_of(module)
      .map((name) => value_in(module, name))
      .filter((value) => is_test_class(value))
      .map((type) => this.loadTestsFromTestCase(type));
    const suite: Dynamic = call(this.suiteClass, suites);
    const load_tests: Dynamic = value_in(module, "load_tests");
    if (load_tests === null) return suite;
    try {
      return (await called(load_tests, [this, suite, pattern])).value;
    } catch (thrown) {
      const error = as_exception(thrown);
      if (!(error instanceof Exception)) throw error;
      const text = `Failed to call load_tests:\n${format_exception(error)}`;
      return this.#failed(getattr(module, "__name__", "__main__"), error, text);
    }
  }

  /** The tests that a dotted name stands for: a module, a class, a method, a function that makes tests. */
  async loadTestsFromName(name: string, module: Dynamic = null): Blocking<Dynamic> {
    let parts = name.split(".");
    let object: Dynamic = module;
    if (module === null) {
      const found = longest_module(parts);
      if (found === null) return this.#not_imported(parts[0] ?? name);
      [object, parts] = found;
    }
    let parent: Dynamic = null;
    for (const part of parts) {
      parent = object;
      try {
        object = member(object, part);
      } catch (thrown) {
        const error = as_exception(thrown);
        if (!(error instanceof AttributeError)) throw error;
        error.stack = ""; // the loader's own calls are none of the program's
        const text = `Failed to access attribute:\n${format_exception(error)}`;
        return this.#failed(part, error, text);
      }
    }
    return await this.#of_object(object, parent, parts.at(-1) ?? name);
  }

  async loadTestsFromNames(names: Iterable<string>, module: Dynamic = null): Blocking<Dynamic> {
    const suites: Dynamic[] = [];
    for (const name of names) suites.push(await this.loadTestsFromName(name, module));
    return call(this.suiteClass, suites);
  }

  /** Names of the methods that are tests, in the order in which they run. */
  getTestCaseNames(testCaseClass: Dynamic): string[] {
    const names = dir(testCaseClass).filter((name) => this.#is_test(testCaseClass, name));
    const compare = this.sortTestMethodsUsing;
    return compare === null ? names : names.sort((one, other) => Number(call(compare, one, other)));
  }

  #is_test(type: Dynamic, name: string): boolean {
    if (!name.startsWith(this.testMethodPrefix) || !callable(getattr(type, name, null)))
      return false;
    const full_name = `${class_module(type)}.${class_qualname(type)}.${name}`;
    const patterns: readonly string[] | null = this.testNamePatterns;
    return patterns === null || patterns.some((pattern) => matches_pattern(full_name, pattern));
  }

  async #of_object(object: Dynamic, parent: Dynamic, name: string): Blocking<Dynamic> {
    if (is_module(object)) return await this.loadTestsFromModule(object);
    if (is_test_class(object)) return this.loadTestsFromTestCase(object);
    if (is_test_class(parent) && typeof object === "function" && !is_class(object))
      return call(this.suiteClass, [call(parent, name)]);
    if (object instanceof BaseTestSuite) return object;
    if (!callable(object))
      throw new TypeError(`don't know how to make test from: ${text_of(object)}`);
    const test: Dynamic = (await called(object)).value;
    if (test instanceof BaseTestSuite) return test;
    if (test instanceof TestCase) return call(this.suiteClass, [test]);
    throw new TypeError(`calling ${text_of(object)} returned ${text_of(test)}, not a test`);
  }

  #not_imported(name: string): Dynamic {
    const message = `Failed to import test module: ${name}\nModuleNotFoundError: No module named ${repr(name)}\n`;
    return this.#failed(name, new ImportError(message), message);
  }

  #failed(name: string, error: Dynamic, text: string): Dynamic {
    this.errors.push(text);
    return call(this.suiteClass, [new FailedTest(name, error)]);
  }
}

export const defaultTestLoader: TestLoader = new TestLoader();

function compare_names(one: string, other: string): number {
  return compare_text(one, other);
}

/** The module that the first parts name, and the parts behind it. */
function longest_module(parts: readonly string[]): readonly [Dynamic, string[]] | null {
  for (let length = parts.length; length > 0; length--) {
    const module: Dynamic = module_named(parts.slice(0, length).join("."));
    if (module !== null) return [module, parts.slice(length)];
  }
  return null;
}

function names_of(module: Dynamic): readonly string[] {
  return module instanceof ProgramModule ? module.names : dir(module);
}

/** The value of a module's name; `null` while it has none. */
function value_in(module: Dynamic, name: string): Dynamic {
  if (module instanceof ProgramModule) return module.value(name) ?? null;
  return getattr(module, name, null);
}

function member(object: Dynamic, name: string): Dynamic {
  return object instanceof ProgramModule ? object.get(name) : getattr(object, name);
}

function is_test_class(value: unknown): boolean {
  return is_subclass(value, TestCase) && !is_base(value);
}

function is_base(type: unknown): boolean {
  return type === TestCase || type === FunctionTestCase;
}

function is_subclass(value: Dynamic, base: Dynamic): boolean {
  return (
    typeof value === "function" &&
    is_class(value) &&
    (value === base || value.prototype instanceof base)
  );
}

function is_module(value: unknown): boolean {
  return (
    value instanceof ProgramModule || Object.prototype.toString.call(value) === "[object Module]"
  );
}
