import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.values(lock.packages);

test('the lock file names no place to download from', () => {
  expect(packages.filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});

test('the lock file names the builds of every platform: without them npm ci refuses it', () => {
  const builds = packages.flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  const unnamed = builds.filter((name) => lock.packages[`node_modules/${name}`] === undefined);
  expect(unnamed).toEqual([]);
});
