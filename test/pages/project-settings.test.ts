import { describe, expect, test } from '@jest/globals';
import {
  parseProjectSettings,
  readProjectSettings,
  writeProjectSettings,
} from '../../src/pages/project-settings.ts';
import type { Host } from '../../src/ports/youtrack.ts';
import { withBody } from '../protocol/requests.ts';
import { type FakeProjectOptions, fakeProject, settings } from '../support/fake-host.ts';
import { fakePage, fakePageScope } from '../support/fake-pages.ts';

const types = {
  State: 'state[1]',
  Стадия: 'enum[1]',
  Assignee: 'user[1]',
  Owner: 'user[*]',
  'Due Date': 'date',
  Until: 'date and time',
  Estimate: 'period',
};

function scope(options: FakeProjectOptions = {}, changes: object = {}, host: Partial<Host> = {}) {
  const project = fakeProject('DEMO', { types, ...options });
  return fakePageScope(fakePage({ kind: 'project', key: 'DEMO', project, ...changes }), undefined, host);
}

function body(result: ReturnType<typeof readProjectSettings>) {
  return result.ok ? result.value.body : result.problem;
}

function listed(host = scope()) {
  const answer = readProjectSettings(host);
  if (!answer.ok) throw new Error('refused');
  return answer.value.body.settings;
}

const said = [
  'trackerDisclosure',
  'trackerStatusField',
  'trackerDeadlineField',
  'trackerAssigneeField',
] as const;

function stored(host: ReturnType<typeof scope>) {
  return said.map((name) => {
    const text = host.own.project?.store.readText(name);
    return text?.ok ? text.value : undefined;
  });
}

describe("a project's settings", () => {
  test('that nobody has set say what holds, and what could be chosen', () => {
    expect(body(readProjectSettings(scope()))).toEqual({
      key: 'DEMO',
      mayEdit: true,
      settings: [
        {
          name: 'disclosure',
          value: 'full',
          source: 'default',
          otherwise: { value: 'full', source: 'default' },
          choices: ['full', 'status', 'key'],
        },
        {
          name: 'statusField',
          value: 'State',
          source: 'default',
          fieldExists: true,
          otherwise: { value: 'State', source: 'default', fieldExists: true },
          choices: ['State', 'Стадия'],
        },
        {
          name: 'deadlineField',
          value: 'Due Date',
          source: 'default',
          fieldExists: true,
          otherwise: { value: 'Due Date', source: 'default', fieldExists: true },
          choices: ['Due Date', 'Until'],
        },
        {
          name: 'assigneeField',
          value: 'Assignee',
          source: 'default',
          fieldExists: true,
          otherwise: { value: 'Assignee', source: 'default', fieldExists: true },
          choices: ['Assignee', 'Owner'],
        },
      ],
    });
  });

  test('tell by whose word each holds, and whether the field is one that fits', () => {
    const fields = { status: 'стадия', deadline: 'State', assignee: undefined };
    const own = { trackerDeadlineField: 'until', trackerAssigneeField: 'Nobody' };
    const shown = listed(scope({ own }, {}, { settings: { ...settings, fields, disclosure: 'status' } }));
    expect(shown).toMatchObject([
      { value: 'status', source: 'app', otherwise: { value: 'status', source: 'app' } },
      { value: 'Стадия', source: 'app', otherwise: { value: 'Стадия', source: 'app' }, fieldExists: true },
      {
        value: 'Until',
        source: 'project',
        own: 'until',
        otherwise: { value: 'State', source: 'app', fieldExists: false },
      },
      {
        value: 'Nobody',
        source: 'project',
        own: 'Nobody',
        fieldExists: false,
        otherwise: { value: 'Assignee', source: 'default', fieldExists: true },
      },
    ]);
  });

  test.each([
    ['full', 'status', 'status', 'project'],
    ['status', 'full', 'status', 'app'],
    ['status', 'status', 'status', 'project'],
    ['full', 'тайна', 'key', 'project'],
    ['key', 'status', 'key', 'app'],
  ] as const)(
    "under the company's %s with the project's own %s tell: %s",
    (disclosure, own, value, source) => {
      const host = scope({ own: { trackerDisclosure: own } }, {}, { settings: { ...settings, disclosure } });
      expect(listed(host)[0]).toMatchObject({ value, source, otherwise: { value: disclosure } });
    },
  );

  test('show their choices to those alone who may choose', () => {
    const answer = readProjectSettings(scope({}, { mayChangeLinks: false }));
    expect(JSON.stringify(answer)).not.toMatch(/choices|Owner|Until/);
    expect(answer).toMatchObject({ value: { body: { mayEdit: false } } });
  });
});

describe("saving a project's settings", () => {
  test('replaces all of them, in the spelling of the project, and twice is once', () => {
    const host = scope({ own: { trackerDisclosure: 'key', trackerDeadlineField: 'Until' } });
    const wish = {
      disclosure: 'status',
      statusField: ' СТАДИЯ ',
      deadlineField: '  ',
      assigneeField: 'owner',
    };
    const first = writeProjectSettings(host, wish);
    expect(body(first)).toMatchObject({
      settings: [
        { value: 'status', source: 'project' },
        { value: 'Стадия', source: 'project', own: 'Стадия' },
        { value: 'Due Date', source: 'default' },
        { value: 'Owner', source: 'project' },
      ],
    });
    expect(stored(host)).toEqual(['status', 'Стадия', undefined, 'Owner']);
    expect(writeProjectSettings(host, wish)).toEqual(first);
    writeProjectSettings(host, {});
    expect(stored(host)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('names everything that does not fit, and changes nothing then', () => {
    const host = scope({ own: { trackerDisclosure: 'key' } });
    const wish = { disclosure: 'FULL', statusField: 'Due Date', deadlineField: 7, assigneeField: 'Nobody' };
    expect(writeProjectSettings(host, wish)).toMatchObject({
      problem: {
        reason: 'malformed',
        problems: [
          { field: 'disclosure', received: '"FULL"' },
          { field: 'statusField', expected: 'a field of this project that fits: State, Стадия' },
          { field: 'deadlineField', received: '7' },
          { field: 'assigneeField', received: '"Nobody"' },
        ],
      },
    });
    expect(stored(host)).toEqual(['key', undefined, undefined, undefined]);
  });

  test('is for those who administer the project, whatever they send', () => {
    const host = scope({}, { mayChangeLinks: false });
    for (const wish of [{ disclosure: 'key' }, { disclosure: 'x' }])
      expect(writeProjectSettings(host, wish)).toMatchObject({ problem: { reason: 'foreign_settings' } });
    expect(stored(host)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('of a project that may not be seen finds none', () => {
    const host = scope({}, { isVisible: false });
    expect(readProjectSettings(host)).toMatchObject({ problem: { reason: 'not_found' } });
    expect(writeProjectSettings(host, {})).toMatchObject({ problem: { reason: 'not_found' } });
  });

  test('takes an object', () => {
    expect(parseProjectSettings(withBody(['key']))).toMatchObject({ problem: { reason: 'malformed' } });
    expect(parseProjectSettings(withBody({ disclosure: 'key' }))).toMatchObject({ ok: true });
  });
});
