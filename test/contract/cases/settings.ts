import { expect } from '@jest/globals';
import type { Case } from '../case.ts';
import { get, ok, post, refused, rule, scope, step, story } from '../say.ts';

const updated = '2026-01-01T01:02:03.004+0000';
const resolvedIcon = { iconUrl: 'https://icons.example/done.svg' };
const settings = (key: string) => `${scope.project(key)}/settings`;
const own = (key: string) => `${scope.issue(key)}/info`;
const byKey = (key: string) => `${scope.global}/info?key=${key}`;
const keyAlone = (key: string) => ok({ key, summary: key });

const levels = ['full', 'status', 'key'];
const found = (name: string, value: string, ...choices: readonly string[]) => ({
  name,
  value,
  source: 'default',
  fieldExists: true,
  otherwise: { value, source: 'default', fieldExists: true },
  choices,
});
const lax = {
  key: 'LAX-1',
  summary: 'Talkative',
  ...resolvedIcon,
  status: { name: 'Fixed' },
  resolution: { name: 'Fixed' },
  assignee: { trackerUid: 8000000000000017, passportUid: 1130000000000001, login: 'jane.roe' },
  updated,
  deadline: '2026-12-01T00:00:00.000+0000',
};

/** What a project says of itself, and what holds where it says nothing. */
export const settingCases: readonly Case[] = [
  ...[own, byKey].map((address, index) =>
    rule(
      `the only field of states tells the status, whatever its name (${index === 0 ? 'own' : 'global'} address)`,
      get(address('STG-1')),
      ok({
        key: 'STG-1',
        summary: 'Готовая задача',
        ...resolvedIcon,
        status: { name: 'Готово' },
        resolution: { name: 'Готово' },
        updated,
        deadline: '2026-12-01T00:00:00.000+0000',
      }),
    ),
  ),
  rule(
    'a resolved issue has a resolution also where no field tells its status',
    get(own('TWO-1')),
    ok({
      key: 'TWO-1',
      summary: 'Done twice',
      ...resolvedIcon,
      resolution: { name: 'Resolved' },
      updated,
    }),
  ),
  story(
    'a level that is not understood counts as the strictest',
    step(get(byKey('ODD-1')), keyAlone('ODD-1')),
    step(get(own('ODD-1')), keyAlone('ODD-1')),
    step(
      get(`${scope.global}/suggest?input=ODD-1`),
      ok({ suggestions: [{ key: 'ODD-1', summary: 'ODD-1' }] }),
    ),
    step(
      get(settings('ODD')),
      ok(
        expect.objectContaining({
          settings: expect.arrayContaining([
            {
              name: 'disclosure',
              value: 'key',
              source: 'project',
              own: 'key',
              otherwise: { value: 'full', source: 'default' },
              choices: levels,
            },
          ]),
        }),
      ),
    ),
  ),
  story(
    "a project's settings hold at every address from the first call on, and go as they came",
    step(get(byKey('LAX-1')), ok(lax)),
    step(
      post(settings('LAX'), { disclosure: 'status', statusField: '', deadlineField: ' due date ' }),
      ok({
        key: 'LAX',
        mayEdit: true,
        settings: [
          {
            name: 'disclosure',
            value: 'status',
            source: 'project',
            own: 'status',
            otherwise: { value: 'full', source: 'default' },
            choices: levels,
          },
          found('statusField', 'State', 'State'),
          { ...found('deadlineField', 'Due Date', 'Due Date'), source: 'project', own: 'Due Date' },
          found('assigneeField', 'Assignee', 'Assignee'),
        ],
      }),
    ),
    step(get(byKey('LAX-1')), ok({ ...lax, summary: 'LAX-1' })),
    step(get(own('LAX-1')), ok({ ...lax, summary: 'LAX-1' })),
    step(post(settings('LAX'), { disclosure: 'key' }), ok(expect.objectContaining({ key: 'LAX' }))),
    step(get(byKey('LAX-1')), keyAlone('LAX-1')),
    step(get(own('LAX-1')), keyAlone('LAX-1')),
    step(get(byKey('project:LAX')), keyAlone('LAX')),
    step(post(settings('LAX'), {}), ok(expect.objectContaining({ mayEdit: true }))),
    step(post(settings('LAX'), {}), ok(expect.objectContaining({ mayEdit: true }))),
    step(get(own('LAX-1')), ok(lax)),
  ),
  rule(
    'everything that does not fit the project is named at once',
    post(settings('DEMO'), {
      disclosure: 'всё',
      statusField: 'Due Date',
      deadlineField: 'State',
      assigneeField: ['Assignee'],
    }),
    refused('malformed', 'disclosure', 'statusField', 'deadlineField', 'assigneeField'),
  ),
  rule("a project's settings are an object", post(settings('DEMO'), '"key"'), refused('malformed', 'body')),
  story(
    "a project's settings are seen by whoever sees it, and changed by those who administer it",
    step(
      get(settings('DEMO'), 'reader'),
      ok({
        key: 'DEMO',
        mayEdit: false,
        settings: [
          {
            name: 'disclosure',
            value: 'full',
            source: 'default',
            otherwise: { value: 'full', source: 'default' },
          },
          ...(['statusField State', 'deadlineField Due Date', 'assigneeField Assignee'] as const).map(
            (one) => {
              const [name = '', ...value] = one.split(' ');
              const { choices, ...shown } = found(name, value.join(' '));
              return shown;
            },
          ),
        ],
      }),
    ),
    step(post(settings('DEMO'), { disclosure: 'key' }, 'reader'), refused('forbidden', 'key')),
    step(post(settings('DEMO'), { statusField: 'Nowhere' }, 'updater'), refused('forbidden', 'key')),
    step(get(settings('PUB'), null), ok(expect.objectContaining({ key: 'PUB', mayEdit: false }))),
    step(get(own('DEMO-3'), 'reader'), ok(expect.objectContaining({ summary: 'Nothing filled in' }))),
  ),
  rule('settings of a project one may not see are 404', get(settings('HID')), { status: 404 }),
];
