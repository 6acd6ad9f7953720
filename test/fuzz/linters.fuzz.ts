import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';

/** Tools that judge documents, in exact versions; `npx` fetches them, as they would double what is installed here. */
const linters = [
  ['redocly', '@redocly/cli@2.77.0', ['redocly', 'lint', '--extends', 'recommended', 'docs/openapi.yaml']],
  [
    'spectral',
    '@stoplight/spectral-cli@6.16.3',
    ['spectral', 'lint', '--ruleset', 'test/fuzz/spectral.yaml', 'docs/openapi.yaml'],
  ],
] as const;

const fetchedMs = 180_000;

describe.each(linters)('%s', (_, tool, command) => {
  const npx = ['--yes', '--package', tool];
  const { status: there, stderr } = spawnSync('npx', [...npx, command[0], '--version'], { encoding: 'utf8' });
  const isHere = there === 0;
  const testHere = isHere ? test : test.skip;

  testHere(
    `has no error to tell of the document${isHere ? '' : ` (npx could not run ${tool}: ${stderr.slice(-200)})`}`,
    () => {
      const { status, stdout, stderr: errors } = spawnSync('npx', [...npx, ...command], { encoding: 'utf8' });
      expect({ status, said: status === 0 ? '' : stdout + errors }).toEqual({ status: 0, said: '' });
    },
    fetchedMs,
  );
});
