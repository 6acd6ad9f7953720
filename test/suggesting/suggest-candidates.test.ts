import { describe, expect, test } from '@jest/globals';
import type { Tracker, TrackerIssue } from '../../src/ports/tracker.ts';
import type { DetailsAudience } from '../../src/ports/youtrack.ts';
import { fail, succeed } from '../../src/result.ts';
import type { CandidatesAnswer } from '../../src/suggesting/candidates-answer.ts';
import { suggestCandidates } from '../../src/suggesting/suggest-candidates.ts';
import { settings } from '../support/fake-host.ts';
import { type FakePageOptions, fakePage, fakePageScope } from '../support/fake-pages.ts';
import { forgetful } from '../tracker/fake-line.ts';

const issue = (key: string, summary: string, more: Partial<TrackerIssue> = {}): TrackerIssue => ({
  key,
  summary,
  aliases: [],
  ...more,
});
const known = [
  issue('TEST-1', 'Оплата картой', { status: 'Открыта' }),
  issue('TEST-2', 'Оплата наличными'),
  issue('NEWQ-3', 'Вход', { aliases: ['TEST-3'] }),
];

interface SceneOptions {
  readonly detailsFor?: DetailsAudience;
  readonly own?: Partial<FakePageOptions>;
  readonly found?: readonly TrackerIssue[];
}

function scene({ detailsFor = 'linkers', own = {}, found = known }: SceneOptions = {}) {
  const asked: string[] = [];
  const problem = { kind: 'failing' } as const;
  const state = { isDead: false, now: 1_000_000 };
  const tracker: Partial<Tracker> = {
    findIssues(keys) {
      asked.push(`keys ${keys.join(' ')}`);
      if (state.isDead) return { issues: [], unanswered: keys, problem };
      return { issues: known.filter(({ key }) => keys.includes(key)), unanswered: [] };
    },
    readIssue(key) {
      asked.push(`issue ${key}`);
      const one = known.find(({ aliases }) => aliases.includes(key));
      return one === undefined ? fail({ kind: 'absent' }) : succeed(one);
    },
    searchIssues({ text }) {
      asked.push(`words ${text}`);
      return state.isDead ? fail(problem) : succeed(found);
    },
  };
  const page = (key: string, links: readonly string[], more: Partial<FakePageOptions> = {}) =>
    fakePage({ key, projectKey: 'DEMO', links: links.map((one) => [one, 1, 'jane'] as const), ...more });
  const host = {
    ...fakePageScope(
      page('DEMO-1', ['TEST-7'], own),
      {
        entities: [
          page('DEMO-2', ['TEST-2', 'TEST-20']),
          page('DEMO-3', ['TEST-21'], { isVisible: false }),
          page('OPS-1', ['TEST-22'], { projectKey: 'OPS' }),
        ],
      },
      {
        settings: { ...settings, mirroring: { ...settings.mirroring, detailsFor } },
        clock: { now: () => state.now, random: () => 0.5 },
      },
    ),
    memory: forgetful(),
    openTracker: () => tracker as Tracker,
  };
  const ask = (input: string) => suggestCandidates(host, { input, language: undefined });
  const answer = (input: string) => {
    const result = ask(input);
    if (!result.ok) throw new Error(result.problem.reason);
    return result.value.body as CandidatesAnswer;
  };
  return { ask, answer, asked, state };
}

const keysOf = ({ candidates }: CandidatesAnswer) => candidates.map(({ issueKey }) => issueKey);

describe('by words', () => {
  test('what is linked in the project comes first, the rest as Tracker orders it', () => {
    const { answer } = scene();
    expect(answer('оплата')).toEqual({
      key: 'DEMO-1',
      isShown: true,
      candidates: [
        expect.objectContaining({ issueKey: 'TEST-2', isLinkedNearby: true }),
        {
          issueKey: 'TEST-1',
          url: 'https://tracker.yandex.ru/TEST-1',
          summary: 'Оплата картой',
          status: 'Открыта',
          readAt: new Date(1_000_000).toISOString(),
        },
        expect.objectContaining({ issueKey: 'NEWQ-3' }),
      ],
    });
  });

  test('what the object is linked to is not suggested', () => {
    expect(keysOf(scene({ own: { links: [['TEST-1', 1, 'jane']] } }).answer('оплата'))).toEqual([
      'TEST-2',
      'NEWQ-3',
    ]);
  });

  test('the same text is asked about once a minute, however it is spelled', () => {
    const { answer, asked, state } = scene();
    answer('Оплата  картой');
    expect(keysOf(answer('оплата картой'))).toHaveLength(3);
    state.now += 60_000;
    answer('оплата картой');
    expect(asked).toEqual(['words Оплата  картой', 'words оплата картой']);
  });

  test('at most ten are told', () => {
    const many = Array.from({ length: 20 }, (_, index) => issue(`SHOP-${index + 1}`, 'Оплата'));
    expect(keysOf(scene({ found: many }).answer('оплата'))).toHaveLength(10);
  });

  test('a Tracker that does not answer costs its suggestions alone, and is named', () => {
    const { answer, state } = scene();
    state.isDead = true;
    const told = answer('test');
    expect(keysOf(told)).toEqual(['TEST-2', 'TEST-20']);
    expect(told.problem).toMatchObject({ kind: 'failing' });
  });
});

describe('by keys', () => {
  test('a key is told whether it exists', () => {
    expect(scene().answer('test-2').candidates).toEqual([
      expect.objectContaining({ issueKey: 'TEST-2', summary: 'Оплата наличными', isLinkedNearby: true }),
    ]);
    expect(scene().answer('https://tracker.yandex.ru/TEST-9').candidates).toEqual([
      expect.objectContaining({ issueKey: 'TEST-9', isGone: true }),
    ]);
  });

  test('one that was moved is told its new key', () => {
    expect(scene().answer('TEST-3').candidates[0]).toMatchObject({ currentKey: 'NEWQ-3', summary: 'Вход' });
  });

  test('several are one search', () => {
    const { answer, asked } = scene();
    expect(keysOf(answer('TEST-1, TEST-2;NEWQ-3'))).toEqual(['TEST-1', 'TEST-2', 'NEWQ-3']);
    expect(asked).toEqual(['keys TEST-1 TEST-2 NEWQ-3']);
  });
});

describe('for whom', () => {
  test.each([
    ['nobody', true],
    ['linkers', false],
    ['readers', false],
  ] as const)('with details for %s Tracker is left in peace: %s', (detailsFor, isLeft) => {
    const { answer, asked } = scene({ detailsFor });
    const told = answer('test-2');
    expect(told.isShown).toBe(!isLeft);
    expect(asked.length === 0).toBe(isLeft);
    if (isLeft)
      expect(told.candidates[0]).toEqual({
        issueKey: 'TEST-2',
        url: 'https://tracker.yandex.ru/TEST-2',
        isLinkedNearby: true,
      });
  });

  test.each([
    ['not_found', { isVisible: false }],
    ['not_found', { isVisible: false, mayChangeLinks: false }],
    ['forbidden', { mayChangeLinks: false }],
  ] as const)('%s', (reason, own) => {
    const { ask, asked } = scene({ own, detailsFor: 'readers' });
    expect(ask('TEST-1')).toMatchObject({ ok: false, problem: { reason } });
    expect(asked).toEqual([]);
  });
});
