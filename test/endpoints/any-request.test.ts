import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAllLinksQuery } from '../../src/administration/parse-all-links-query.ts';
import { parseAuditQuery, parseForget } from '../../src/administration/parse-audit.ts';
import { parseSamplesQuery } from '../../src/checks/parse-samples-query.ts';
import { parseIdentity } from '../../src/pages/parse-identity.ts';
import { parseProjectLinkedQuery } from '../../src/pages/parse-project-linked.ts';
import { parseProjectSettings } from '../../src/pages/project-settings.ts';
import { limits } from '../../src/protocol/limits.ts';
import {
  parseCreateLinks,
  parseCreateLinksAnywhere,
  parseLinkedQuery,
  parseRemoveLinks,
  parseRemoveLinksAnywhere,
  parseSetLinks,
} from '../../src/protocol/parse-link-requests.ts';
import {
  parseCandidatesQuery,
  parseDetailsQuery,
  parseOwedFilter,
  parseOwedQuery,
  parseRetryLinks,
} from '../../src/protocol/parse-mirroring.ts';
import { parseReconcileQuery, parseReconcileRequest } from '../../src/protocol/parse-reconcile.ts';
import { parseInfoQuery, parseSuggestQuery } from '../../src/protocol/parse-requests.ts';
import type { RawRequest } from '../../src/protocol/read-request.ts';
import type { Refusal } from '../../src/protocol/refusal.ts';
import { toRefusalBody } from '../../src/protocol/refusal-answer.ts';
import { parseLetterChange, parseRegistrationQuery } from '../../src/registration/parse-registration.ts';
import type { Result } from '../../src/result.ts';
import { parseExportQuery, parseImport } from '../../src/transfer/parse-transfer.ts';

type Parse = (request: RawRequest) => Result<unknown, Refusal>;

const parsers: Readonly<Record<string, Parse>> = {
  parseAllLinksQuery,
  parseAuditQuery,
  parseCandidatesQuery,
  parseCreateLinks,
  parseCreateLinksAnywhere,
  parseDetailsQuery,
  parseExportQuery,
  parseForget,
  parseIdentity,
  parseImport,
  parseInfoQuery,
  parseLetterChange,
  parseLinkedQuery,
  parseOwedFilter,
  parseOwedQuery,
  parseProjectLinkedQuery,
  parseProjectSettings,
  parseReconcileQuery,
  parseReconcileRequest,
  parseRegistrationQuery,
  parseRemoveLinks,
  parseRemoveLinksAnywhere,
  parseRetryLinks,
  parseSamplesQuery,
  parseSetLinks,
  parseSuggestQuery,
};

/** What has bitten parsers of others: where texts, numbers and objects are taken for each other, and what is not whole. */
const oddTexts = [
  ...['', ' ', '\u0000', '\ud800', '\udc00x', '\uFEFF', '💥', 'ſ-1', 'ТЕСТ-1', '__proto__', 'constructor'],
  ...['NaN', '1e999', '-0', '0x10', '١', 'TEST-1', 'test-1,DEMO-1', 'user:__proto__', 'a b', '{{issue.key}}'],
  ...[
    'https://',
    'https://[',
    'http://example.com/issue/%zz',
    'https://tracker.yandex.ru/?issue=%',
    'ж'.repeat(3_000),
  ],
];
const odd = fc.oneof(
  fc.constantFrom<unknown>(...oddTexts),
  fc.constantFrom<unknown>(0, -1, 0.5, 1e300, 2 ** 53, true, false, null, [], {}, [[]], [null], [{}]),
  fc.array(fc.constantFrom<unknown>(...oddTexts, 1, null, ['TEST-1']), { maxLength: 4 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const names = (
  'action addedAfter addedBefore after baseUrl contact dryRun entityIds input issueKey issueKeys key kind language letter login ' +
  'names objects organization passportUid project projects queue remoteKey sentOn skip sort text top trackerUid via who ' +
  '__proto__ toString'
).split(' ');

const members = fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 12 });

/** An object of an import, likely enough to be looked into. */
const given = fc.record(
  {
    kind: fc.constantFrom('issue', 'user', 1),
    key: odd,
    links: odd,
    owed: odd,
    identity: members,
    settings: members,
  },
  { requiredKeys: ['kind'] },
);

const bodies = fc.oneof(
  members.map((body) => JSON.stringify(body)),
  fc
    .tuple(fc.array(given, { maxLength: 3 }), fc.boolean())
    .map(([objects, dryRun]) => JSON.stringify({ dryRun, objects })),
  odd.map((body) => JSON.stringify(body)),
  fc.constantFrom(...oddTexts),
);

const requests: fc.Arbitrary<RawRequest> = fc
  .tuple(
    bodies,
    fc.dictionary(
      fc.constantFrom<string>(...names),
      fc.array(fc.constantFrom(...oddTexts), { maxLength: 2 }),
    ),
  )
  .map(([body, query]) => ({
    body,
    parameters: (name) => (Object.hasOwn(query, name) ? (query[name] ?? []) : []),
    serverAddress: () => 'https://example.com',
  }));

test('every parser of whole requests is tried', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const declared = sources.flatMap((file) => [
    ...readFileSync(`src/${file}`, 'utf8').matchAll(
      /export function (parse\w+)\(\s*request: RawRequest,?\s*\): Result</g,
    ),
  ]);
  expect(declared.map(([, name]) => name).sort()).toEqual(Object.keys(parsers).sort());
});

describe('whatever is sent', () => {
  test.each(Object.entries(parsers))(
    '%s gives a request or says what is wrong, in a short answer',
    (_, parse) => {
      fc.assert(
        fc.property(requests, (request) => {
          const parsed = parse(request);
          if (parsed.ok) return;
          const { error, problems } = toRefusalBody(parsed.problem);
          expect(['malformed', 'too_large']).toContain(error);
          expect(problems.length).toBeGreaterThan(0);
          for (const { field, expected, received } of problems) {
            expect([field, expected, received].every((text) => typeof text === 'string' && text !== '')).toBe(
              true,
            );
            expect(received.length).toBeLessThanOrEqual(limits.receivedCharacters);
          }
        }),
      );
    },
  );

  test.each(Object.entries(parsers))('%s understands it the same way twice', (_, parse) => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(parse(request)).toEqual(parse(request));
      }),
    );
  });
});
