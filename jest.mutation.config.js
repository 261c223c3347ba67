// The unit tests that Stryker runs against each mutant of src/metrics and src/facts (`npm run mutation`).
import all from './jest.config.js';

const [unit] = all.projects;

// A mutant meets a few worlds of each property, the same at every run; `npm test` and the soak meet many, at random.
process.env.FC_RUNS ??= '12';
process.env.FC_SEED ??= '1';

export default {
  ...unit,
  displayName: 'mutation',
  testMatch: ['<rootDir>/tests/{metrics,facts,functions,memory}/**/*.test.ts'],
  runner: '<rootDir>/tools/mutation/until-killed.cjs',
  testSequencer: '<rootDir>/tools/mutation/rules-first.cjs',
};
