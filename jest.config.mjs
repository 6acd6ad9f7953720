/** Tests run as CommonJS; TypeScript goes through esbuild, the compiler that also makes the package. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{test,sandbox/test}/**/*.test.{ts,tsx}'],
  transform: { '\\.(ts|tsx|mjs|js)$': '<rootDir>/test/support/esbuild-transform.cjs' },
  transformIgnorePatterns: [],
  globalSetup: '<rootDir>/test/support/build-once.mjs',
  testTimeout: 20_000,
  maxWorkers: 2,
};
