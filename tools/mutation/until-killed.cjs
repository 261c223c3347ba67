// Jest's own runner, except that it stops after the test file that kills the mutant: Stryker lets all of them run, which takes several times
// longer and says nothing more.
const { createRequire } = require('node:module');

const { default: TestRunner } = createRequire(require.resolve('jest'))('jest-runner');

module.exports = class extends TestRunner {
  async runTests(tests, watcher, options) {
    let killed = false;
    this.on('test-file-success', ([, { numFailingTests, testExecError }]) => {
      killed ||= numFailingTests > 0 || Boolean(testExecError);
    });
    this.on('test-file-failure', () => {
      killed = true;
    });
    for (const test of tests) if (!killed) await super.runTests([test], watcher, options);
  }
};
