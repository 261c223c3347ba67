// Jest's own runner, except that the test files after the one that killed the active mutant are passed over: Stryker lets them all run, which
// takes several times longer and says nothing more. (The name is what Stryker knows the runner by.)
const { createRequire } = require('node:module');

const circus = createRequire(require.resolve('jest'))('jest-circus/runner');
const run = circus.default ?? circus;

let killed;

module.exports = async (globalConfig, config, environment, runtime, testPath, ...rest) => {
  const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
  if (mutant !== undefined && mutant === killed) return passedOver(testPath);
  const result = await run(globalConfig, config, environment, runtime, testPath, ...rest);
  if (result.numFailingTests > 0 || result.testExecError) killed = mutant;
  return result;
};

function passedOver(testFilePath) {
  const now = Date.now();
  const title = 'passed over';
  return {
    testFilePath,
    // Jest takes a file without tests for a failure.
    testResults: [{ ancestorTitles: [], title, fullName: title, status: 'pending', failureDetails: [], failureMessages: [] }],
    numFailingTests: 0,
    numPassingTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    leaks: false,
    openHandles: [],
    perfStats: { start: now, end: now, runtime: 0, slow: false, loadTestEnvironmentStart: now, loadTestEnvironmentEnd: now },
    skipped: true,
    snapshot: { added: 0, fileDeleted: false, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 },
  };
}
