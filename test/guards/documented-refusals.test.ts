import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { sourcesIn } from './sources.ts';

/** Operations: exported functions of the verbs' rooms that answer `Result<Reply<…>, Refusal>`. */
const operations = sourcesIn('src')
  .filter((path) =>
    /^src\/(showing|linking|pages|suggesting|mirroring|administration|registration|checks|transfer)\//.test(
      path,
    ),
  )
  .flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export function (\w+)(?:(?!\n\})[\s\S])*?\): (?:\([^)]*\) => )?Result<Reply</g,
      ),
    ].map(([, docstring = '', name = '']): [string, string] => [`${path} ${name}`, docstring]),
  );
const openApi = readFileSync('docs/openapi.yaml', 'utf8');

test.each(operations)(
  '%s says how it can be refused ("Refused as …" or "Nothing is refused") and which operation of docs/openapi.yaml has the rule',
  (_, docstring) => {
    const text = docstring.replace(/\n \*/g, '');
    expect(text).toMatch(/Refused as|[Nn]othing is refused/);
    expect(text).toMatch(/docs\/openapi\.yaml/);
    const named = [...text.matchAll(/`([a-z][A-Za-z]+)`/g)].map(([, name]) => name);
    expect(
      named.some((name) => openApi.includes(`operationId: ${name}`) || text.includes('under `admin`')),
    ).toBe(true);
  },
);

test('the operations of all rooms are looked at', () => {
  expect(operations.length).toBeGreaterThan(25);
});
