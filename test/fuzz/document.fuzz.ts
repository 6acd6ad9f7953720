import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readContractWorld } from '../contract/contract-world.ts';
import { mirroredWorld, secret } from '../mirroring/support/mirrored-world.ts';
import { startSandbox } from '../support/start-sandbox.ts';
import { fetchSchemathesis } from './fetch-schemathesis.ts';
import { toFuzzDocument } from './fuzz-document.ts';

/** How long one caller's requests go on, in seconds, and what they are made from. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 30);
const seed = process.env.FUZZ_SEED ?? '1';

/**
 * What every answer is held to. Left out: that all the document allows is accepted, which no document of keys can promise (the
 * contract's rows hold it), and the `Allow` that YouTrack itself sends with its 405.
 */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'missing_required_header',
  'unsupported_method',
  'ignored_auth',
];

/** What is too much is refused as such, which is no less a refusal. */
const checkSettings = `[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428]
`;

const folder = join('build', 'fuzz');
const documentFile = join(folder, 'openapi.json');
const worldFile = join(folder, 'world.json');
const fetched = fetchSchemathesis();
const describeFuzz = 'program' in fetched ? describe : describe.skip;
const reason = 'missing' in fetched ? ` (${fetched.missing})` : '';

describeFuzz(`schemathesis finds nothing in ${seconds} s${reason}`, () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(documentFile, JSON.stringify(toFuzzDocument()));
    writeFileSync(worldFile, JSON.stringify(fuzzWorld()));
    writeFileSync(join(folder, 'schemathesis.toml'), checkSettings);
  });

  test.each([
    ['the guest', undefined],
    ['somebody who links', 'jane'],
    ['an administrator', 'admin'],
  ])(
    'as %s',
    async (_, login) => {
      const flags = ['--world', worldFile, '--app', 'tracker-links.zip', '--delete', 'writable'];
      const sandbox = await startSandbox(...flags, '--map', 'api.tracker.yandex.net=tracker');
      const { code, said } = await fuzz(sandbox.youtrack, login).finally(() => sandbox.stop());
      expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
    },
    seconds * 1000 + 300_000,
  );
});

/** The contract's world, connected to Tracker. */
function fuzzWorld() {
  const world = readContractWorld();
  const { tracker, apps } = mirroredWorld();
  const { settings } = apps['tracker-links'];
  const own = world.apps['tracker-links'];
  const connected = { ...own, settings: { ...settings, ...(own.settings as object) } };
  if (connected.settings.trackerAuthorization !== secret) throw new Error('the world is not connected');
  return { ...world, tracker, apps: { 'tracker-links': connected } };
}

/** What schemathesis ends with, and what it has said. */
function fuzz(youtrack: string, login: string | undefined): Promise<{ code: number | null; said: string }> {
  const program = 'program' in fetched ? fetched.program : '';
  const child = spawn(
    program,
    [
      ...['run', basename(documentFile), '--url', youtrack, '--checks', checks.join(','), '--seed', seed],
      ...['--max-time', String(seconds), '--suppress-health-check', 'all', '--warnings', 'off'],
      ...(login === undefined ? [] : ['--header', `Authorization: Bearer perm:${login}`]),
    ],
    // It keeps what it has found in the folder it is started in.
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } },
  );
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, said: said.join('').slice(-20_000) }));
  });
}
