import { expect } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { Row } from './row.ts';
import { runGroup } from './run-group.ts';

const answers = (script: string, rule: string): Row => ({
  rule: `${rule} answers`,
  source: 'seen',
  send: `GET /api/extensionEndpoints/bundlers/${script}/hello`,
  expect: { status: 200, text: 'да' },
});

const hello =
  "exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text('да') }] };";
const manifest = JSON.stringify({ name: 'zipped', version: '1.0.0' });

/** A zip as some program packs it. */
const zipped = (rule: string, files: Parameters<typeof zipSync>[0], status = 200): Row => {
  const boundary = 'stranger';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="app.zip"\r\nContent-Type: application/zip\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), zipSync(files), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return {
    rule,
    source: 'tools',
    send: 'POST /api/admin/apps/import',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: new Uint8Array(body),
    expect: { status },
  };
};

runGroup({
  name: 'packages of strangers',
  apps: { bundlers: 'bundlers' },
  rows: [
    answers('webpack', "webpack's bundle with an external module"),
    answers('swc', "swc's and Babel's interop"),
    answers('umd', 'a universal module'),
    answers('regenerator', 'async code for old targets'),
    answers('classy', 'an endpoint that is an instance of a class'),
    answers('frozen', 'frozen exports without a prototype'),
    answers('bom', 'a file that begins with a byte order mark'),
    answers('crlf', 'Windows line ends and a comment at the end'),
    answers('handler.v2', 'a dot in the name, and a source map comment'),
    answers('cycle-a', 'scripts that require each other'),
    answers('Once_Loaded', 'a library that is loaded once'),
    answers('sloppy', 'a script without strict mode'),
    {
      rule: 'a second endpoint of the class answers',
      source: 'seen',
      send: 'GET /api/extensionEndpoints/bundlers/classy/bye',
      expect: { text: 'пока' },
    },
    {
      rule: 'a bundled rule runs',
      source: 'rule',
      send: 'POST /api/issues/DEMO-2?fields=description',
      body: { summary: 'bundled' },
      expect: { json: { description: 'да1', $type: 'Issue' } },
    },
    {
      rule: 'a library is no handler',
      source: 'seen',
      send: 'GET /api/extensionEndpoints/bundlers/counter/hello',
      expect: { status: 404 },
    },
    {
      rule: 'the package is listed with what its manifest says',
      source: 'tools',
      send: 'GET /api/admin/apps/bundlers?fields=name,title,version,description',
      expect: {
        json: {
          name: 'bundlers',
          title: 'As bundlers write them',
          version: '10.20.30',
          description: 'Скрипты разных сборщиков',
          $type: 'App',
        },
      },
    },
    {
      rule: 'it is downloaded as it came',
      source: 'tools',
      send: 'GET /api/admin/apps/bundlers',
      headers: { accept: 'application/zip' },
      expect: { status: 200, headers: { 'content-type': 'application/zip' }, text: /^PK/ },
    },
    zipped('a zip without compression', {
      'manifest.json': [strToU8(manifest), { level: 0 }],
      'backend.js': [strToU8(hello), { level: 0 }],
    }),
    {
      rule: 'its script answers',
      source: 'tools',
      send: 'GET /api/extensionEndpoints/zipped/backend/hello',
      expect: { text: 'да' },
    },
    zipped('a zip with folders and what macOS leaves', {
      'manifest.json': strToU8(`\uFEFF${manifest}`),
      'widgets/': new Uint8Array(),
      '.DS_Store': strToU8('x'),
      '__MACOSX/._manifest.json': strToU8('x'),
      'backend.js': strToU8(hello),
      'node_modules/a/index.js': strToU8("require('b')"),
    }),
    zipped('a zip with the app in a folder is refused', { 'app/manifest.json': strToU8(manifest) }, 400),
    zipped(
      'a path that leaves the package is refused',
      {
        'manifest.json': strToU8(manifest),
        '../evil.js': strToU8(hello),
      },
      400,
    ),
    {
      rule: 'what is no zip is refused',
      source: 'tools',
      send: 'POST /api/admin/apps/import',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\nno zip\r\n--x--\r\n',
      expect: { status: 400, json: { error: 'Bad Request', error_description: expect.any(String) } },
    },
    {
      rule: 'an import without a file is refused',
      source: 'tools',
      send: 'POST /api/admin/apps/import',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="other"\r\n\r\nx\r\n--x--\r\n',
      expect: { status: 400 },
    },
    {
      rule: 'who may not administer apps cannot import',
      source: 'permissions',
      as: 'jane',
      send: 'POST /api/admin/apps/import',
      body: {},
      expect: { status: 403 },
    },
  ],
});
