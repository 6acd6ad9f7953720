import { describe, expect, test } from '@jest/globals';
import { showPanel } from '../../src/pages/show-panel.ts';
import { settings } from '../support/fake-host.ts';
import { fakePage, fakePageScope, fakePerson } from '../support/fake-pages.ts';

function body(result: ReturnType<typeof showPanel>) {
  return result.ok ? result.value.body : result.problem;
}

const issue = (changes: object = {}) => fakePage({ key: 'DEMO-1', projectKey: 'DEMO', ...changes });

describe('a panel', () => {
  test('says everything of an object and its links, the newest first', () => {
    const own = issue({
      links: [
        ['TEST-10', 1_000, 'jane'],
        ['TEST-2', 1_000, 'jane'],
        ['TEST-3', 2_000, 'robot'],
      ],
    });
    const people = [fakePerson('jane', 'Яна Роу'), fakePerson('robot', 'Yandex Tracker')];
    expect(body(showPanel(fakePageScope(own, { entities: people })))).toEqual({
      kind: 'issue',
      key: 'DEMO-1',
      mayEdit: true,
      trackerUrl: 'https://tracker.yandex.ru',
      links: [
        {
          issueKey: 'TEST-3',
          url: 'https://tracker.yandex.ru/TEST-3',
          addedAt: '1970-01-01T00:00:02.000Z',
          addedBy: 'robot',
          via: 'tracker',
        },
        expect.objectContaining({ issueKey: 'TEST-2' }),
        expect.objectContaining({ issueKey: 'TEST-10', addedBy: 'jane', via: 'youtrack' }),
      ],
      people: { jane: 'Яна Роу', robot: 'Yandex Tracker' },
    });
  });

  test('of an object without links is empty', () => {
    expect(body(showPanel(fakePageScope(issue())))).toMatchObject({ links: [], people: {}, mayEdit: true });
  });

  test('says when its viewer may only look', () => {
    expect(body(showPanel(fakePageScope(issue({ mayChangeLinks: false }))))).toMatchObject({
      mayEdit: false,
    });
  });

  test('leads to the pages the setting names', () => {
    const scope = fakePageScope(issue({ links: [['TEST-1', 1, 'jane']] }), undefined, {
      settings: { ...settings, trackerSite: 'https://tracker.yandex.com' },
    });
    expect(body(showPanel(scope))).toMatchObject({
      trackerUrl: 'https://tracker.yandex.com',
      links: [{ url: 'https://tracker.yandex.com/TEST-1' }],
    });
  });

  test.each(['oops', '[]', '{"v":99,"links":{}}'])(
    'says that %s cannot be read, without refusing',
    (stored) => {
      expect(body(showPanel(fakePageScope(issue({ stored }))))).toMatchObject({
        links: [],
        unreadable: true,
      });
    },
  );

  test('calls people by their logins where they are gone or hidden', () => {
    const own = issue({
      links: [
        ['TEST-1', 1, 'gone'],
        ['TEST-2', 2, 'hidden'],
        ['TEST-3', 3, '__proto__'],
        ['TEST-4', 4, ''],
      ],
    });
    const hidden = fakePerson('hidden', 'Secret Name', { isVisible: false });
    const shown = JSON.stringify(body(showPanel(fakePageScope(own, { entities: [hidden] }))));
    expect(JSON.parse(shown).people).toEqual(
      JSON.parse('{"gone":"gone","hidden":"hidden","__proto__":"__proto__","":""}'),
    );
    expect(shown).not.toContain('Secret');
  });

  test('asks for each person once', () => {
    const links = Array.from({ length: 500 }, (_, index) => [`TEST-${index + 1}`, index, 'jane'] as const);
    const jane = fakePerson('jane', 'Jane Roe');
    showPanel(fakePageScope(issue({ links }), { entities: [jane] }));
    expect(jane.asked.visibility).toBe(1);
  });

  test('of what may not be seen says that there is none', () => {
    const hidden = body(showPanel(fakePageScope(issue({ isVisible: false, stored: 'oops' }))));
    expect(hidden).toMatchObject({ reason: 'not_found' });
  });
});
