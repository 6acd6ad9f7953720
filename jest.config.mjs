// Dates that people read are of their own time zone; in the tests that is this one, on every machine.
process.env.TZ = 'UTC';

/** Tests run as CommonJS; TypeScript goes through esbuild, the compiler that also makes the package. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{test,sandbox/test}/**/*.test.{ts,tsx}'],
  transform: { '\\.(ts|tsx|mjs|js)$': '<rootDir>/test/support/esbuild-transform.cjs' },
  transformIgnorePatterns: [],
  globalSetup: '<rootDir>/test/support/build-once.mjs',
  // What hangs is ended; how long a busy machine may take is no rule of anything.
  testTimeout: 120_000,
  maxWorkers: 2,
  // A worker that has run a hundred files is slow: its memory is full of what they have left.
  workerIdleMemoryLimit: '800MB',
};
