import { expect } from '@jest/globals';
import type { Stand } from './stand.ts';

/** One rule of the client, shown on the running stand-in. */
export type Case = readonly [rule: string, show: (stand: Stand) => Promise<void>];

const origin = 'com.example.youtrack.issue';
const done = { ok: true };

function problem(kind: string, rest: Readonly<Record<string, unknown>> = {}) {
  return { ok: false, problem: { kind, ...rest } };
}

export const cases: readonly Case[] = [
  [
    'tells whose token it is, and which applications there are',
    async ({ ask }) => {
      expect(await ask('readMyself')).toEqual({
        ok: true,
        value: { login: 'irina', display: 'Ирина Ковалёва' },
      });
      expect(await ask('listApplications')).toEqual({ ok: true, value: [{ origin, name: 'YouTrack' }] });
    },
  ],
  ...(['plain', 'documented', 'sparse'] as const).map(
    (linkObjects): Case => [
      `makes, recognises and deletes a link whose object is ${linkObjects}`,
      async ({ ask, setModes, issueKey }) => {
        await setModes({ linkObjects });
        const link = { issueKey, origin, objectKey: 'ДЕМО-1' };
        expect(await ask('createRemoteLink', link)).toEqual(done);
        const listed = await ask('listRemoteLinks', issueKey);
        expect(listed).toMatchObject({
          value: [{ objectKey: 'ДЕМО-1', origins: expect.arrayContaining([origin]) }],
        });
        const { value } = listed as { value: { id: string }[] };
        expect(await ask('deleteRemoteLink', { issueKey, linkId: value[0]?.id ?? '' })).toEqual(done);
        expect(await ask('listRemoteLinks', issueKey)).toEqual({ ok: true, value: [] });
      },
    ],
  ),
  [
    'says that a link it shall delete is not there',
    async ({ ask, issueKey }) => {
      expect(await ask('deleteRemoteLink', { issueKey, linkId: '7' })).toMatchObject(
        problem('absent', { status: 404 }),
      );
    },
  ],
  [
    'takes the same link again as Tracker does: as there, as a conflict, as a second one',
    async ({ ask, setModes, issueKey }) => {
      const link = { issueKey, origin, objectKey: 'DEMO-1' };
      await ask('createRemoteLink', link);
      expect(await ask('createRemoteLink', link)).toEqual(done);
      await setModes({ repeatedLink: 'conflict' });
      expect(await ask('createRemoteLink', link)).toMatchObject(problem('conflict', { status: 409 }));
      await setModes({ repeatedLink: 'duplicate' });
      expect(await ask('createRemoteLink', link)).toEqual(done);
      expect(await ask('listRemoteLinks', issueKey)).toMatchObject({ value: [{}, {}] });
    },
  ],
  [
    'reaches a moved issue by its old key and learns the new one',
    async ({ ask, control, issueKey }) => {
      const moved = (await control('POST', `issues/${issueKey}/move`, { queue: 'NEW' })) as { key: string };
      const issue = { key: moved.key, aliases: [issueKey], status: 'Открыт' };
      expect(await ask('readIssue', issueKey)).toMatchObject({ ok: true, value: issue });
      expect(await ask('findIssues', [issueKey])).toMatchObject({ issues: [issue], unanswered: [] });
      expect(await ask('createRemoteLink', { issueKey, origin, objectKey: 'DEMO-1' })).toEqual(done);
      expect(await ask('listRemoteLinks', moved.key)).toMatchObject({ value: [{ objectKey: 'DEMO-1' }] });
    },
  ],
  [
    'says that a deleted issue is not there, and passes over it in a search',
    async ({ ask, control, issueKey }) => {
      await control('DELETE', `issues/${issueKey}`);
      for (const told of [await ask('readIssue', issueKey), await ask('listRemoteLinks', issueKey)])
        expect(told).toMatchObject(problem('absent', { status: 404, said: 'Задача не существует.' }));
      expect(await ask('findIssues', [issueKey])).toEqual({ issues: [], unanswered: [] });
    },
  ],
  [
    'finds 120 issues by their keys, and one by words of its summary in any form',
    async ({ ask, control }) => {
      const keys = Array.from({ length: 120 }, (_, index) => `NEW-${5001 + index}`);
      for (const key of keys) await control('POST', 'issues', { key, summary: `Номер ${key}` });
      const found = (await ask('findIssues', keys)) as { issues: { key: string }[] };
      expect(new Set(found.issues.map(({ key }) => key))).toEqual(new Set(keys));
      await control('POST', 'issues', { key: 'NEW-5001', summary: 'Переносы «отчётов» по кварталам' });
      const searched = await ask('searchIssues', { text: 'отчёты "квартал', atMost: 10 });
      expect(searched).toMatchObject({ value: [{ key: 'NEW-5001' }] });
    },
  ],
  [
    'knows the queues, and that there is no other',
    async ({ ask }) => {
      const test = { key: 'TEST', name: 'Проверка' };
      expect(await ask('listQueues')).toEqual({
        ok: true,
        value: { queues: [test, { key: 'NEW', name: 'NEW' }], isCut: false },
      });
      expect(await ask('readQueue', 'TEST')).toEqual({ ok: true, value: test });
      expect(await ask('readQueue', 'test')).toMatchObject(problem('absent'));
    },
  ],
  [
    'gets names in the language it asks for',
    async ({ askAs, issueKey }) => {
      for (const [language, status] of [
        ['ru', 'Открыт'],
        ['en', 'Open'],
      ] as const) {
        const how = { line: { language, waiting: 'background' } } as const;
        expect(await askAs(how, 'readIssue', issueKey)).toMatchObject({ value: { status } });
      }
    },
  ],
  [
    'names the organisation in the header of its kind',
    async ({ askAs, setModes }) => {
      for (const kind of ['360', 'cloud'] as const) {
        await setModes({ organization: { id: 'bpf123', kind } });
        const told = async (organizationId: string) =>
          await askAs({ connection: { kind, organizationId } }, 'readMyself');
        expect(await told('bpf123')).toMatchObject({ ok: true });
        expect(await told('other')).toMatchObject(problem('forbidden', { status: 403 }));
      }
    },
  ],
  [
    'is told that an issue takes no more changes',
    async ({ ask, control, issueKey }) => {
      await control('POST', 'issues', { key: issueKey, version: 10_100 });
      const link = { issueKey, origin, objectKey: 'DEMO-1' };
      expect(await ask('createRemoteLink', link)).toMatchObject(problem('locked', { status: 423 }));
      expect(await ask('listRemoteLinks', issueKey)).toEqual({ ok: true, value: [] });
    },
  ],
  [
    'hears what is wrong with an application that is not registered',
    async ({ ask, issueKey }) => {
      const link = { issueKey, origin: 'com.example.none', objectKey: 'DEMO-1' };
      const said = 'origin: Приложение не зарегистрировано.';
      expect(await ask('createRemoteLink', link)).toEqual(problem('rejected', { status: 422, said }));
    },
  ],
];
