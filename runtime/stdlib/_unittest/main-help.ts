// What a program of tests says of its command line.

/** The usage, wrapped behind the program's name. */
export function usage_text(program: string): string {
  const head = `usage: ${program} `;
  const lines: string[] = [];
  for (const group of [OPTIONS, ["[tests ...]"]]) {
    let line = "";
    for (const part of group) {
      if (line !== "" && head.length + line.length + 1 + part.length > WIDTH) {
        lines.push(line);
        line = part;
      } else line = line === "" ? part : `${line} ${part}`;
    }
    lines.push(line);
  }
  return `${head}${lines.join(`\n${" ".repeat(head.length)}`)}\n`;
}

/** The whole help. */
export function help_text(program: string): string {
  return `${usage_text(program)}
positional arguments:
  tests                a list of any number of test modules, classes and test
                       methods.

options:
  -h, --help           show this help message and exit
  -v, --verbose        Verbose output
  -q, --quiet          Quiet output
  --locals             Show local variables in tracebacks
  --durations N        Show the N slowest test cases (N=0 for all)
  -f, --failfast       Stop on first fail or error
  -c, --catch          Catch Ctrl-C and display results so far
  -b, --buffer         Buffer stdout and stderr during tests
  -k TESTNAMEPATTERNS  Only run tests which match the given substring

Examples:
  ${program}                           - run default set of tests
  ${program} MyTestSuite               - run suite 'MyTestSuite'
  ${program} MyTestCase.testSomething  - run MyTestCase.testSomething
  ${program} MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
`;
}

/** Columns of a terminal that says nothing of its size, less two. */
const WIDTH = 78;

const OPTIONS: readonly string[] = [
  "[-h]",
  "[-v]",
  "[-q]",
  "[--locals]",
  "[--durations N]",
  "[-f]",
  "[-c]",
  "[-b]",
  "[-k TESTNAMEPATTERNS]",
];
