import type { Sent } from '../contract/case.ts';
import { del, get, post, scope } from '../contract/say.ts';
import { createHttpSend } from '../contract/send.ts';
import { applications, mirroredWorld } from '../mirroring/support/mirrored-world.ts';
import { openTwoSides, type TwoSides } from '../mirroring/support/two-sides.ts';
import type { Exchange } from './exchange-check.ts';

const objects = [scope.issue('DEMO-1'), scope.article('DEMO-A-1'), scope.project('DEMO'), scope.user('jane')];

/** Asked while links are mirrored to a Tracker that refuses some, has moved one issue and lost another. */
export async function askMirrored(): Promise<readonly Exchange[]> {
  const two = await openTwoSides(
    mirroredWorld({
      tracker: { issues: trackerIssues },
      stored: { Project: { OPS: owedForRemoved }, Issue: { 'DEMO-5': damaged } },
    }),
  );
  try {
    return await askAll(two);
  } finally {
    await two.close();
  }
}

const trackerIssues = [
  {
    key: 'TEST-1',
    summary: 'Задача',
    status: 'Open',
    assignee: 'irina',
    deadline: '2026-12-01',
    updatedAt: '2026-01-02T03:04:05Z',
  },
  { key: 'NEWQ-2', summary: 'Переехала', status: 'Closed', resolution: 'Fixed', aliases: ['TEST-2'] },
];

/** A word of a summary, a former key beside one that names nothing, a key that is linked, and the beginning of one. */
const candidateInputs = ['задача', 'TEST-2, TEST-404', 'TEST-1', 'near'];

const damaged = { trackerLinks: '{"v":1,"lin', hasTrackerLinks: true };

const owedForRemoved = {
  owesTracker: true,
  trackerOwed: JSON.stringify({
    v: 1,
    owed: [
      {
        issueKey: 'TEST-1',
        wish: 'gone',
        since: 1_767_225_600_000,
        attempts: 1,
        removed: { kind: 'issue', key: 'OPS-9' },
        problem: { kind: 'forbidden', said: 'Нельзя.' },
      },
    ],
  }),
};

async function askAll(two: TwoSides): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  const send = createHttpSend(two.running.youtrack);
  const ask = async (sent: Sent) => void exchanges.push({ sent, answered: await send(sent) });
  for (const object of objects) {
    for (const number of [1, 2, 3]) await ask(post(`${object}/links`, { issueKey: `TEST-${number}` }));
    await ask(get(`${object}/links`));
    await ask(get(`${object}/details?language=ru`));
    await ask(post(`${scope.global}/links`, { issueKey: 'NEAR-1', entityIds: ['DEMO-2', 'user:boris'] }));
    for (const input of candidateInputs)
      await ask(get(`${object}/candidates?input=${encodeURIComponent(input)}`));
  }
  // Until the app has told all of it, so that nothing is left of what it may ask in a second.
  await two.advance(60_000);
  await two.advance(1_200);
  await ask(get(`${scope.admin}/connection`, 'admin'));
  await askReconciling(two, ask);
  await two.askTracker('POST', '/_sandbox/faults', {
    calls: 50,
    status: 403,
    body: JSON.stringify({ errorMessages: ['Доступ запрещён.'] }),
  });
  for (const object of objects) {
    await ask(del(`${object}/links?issueKey=TEST-1`));
    await ask(post(`${object}/links`, { issueKey: 'TEST-4' }));
  }
  await two.advance(1_600);
  for (const object of objects) {
    for (const path of ['links', 'panel']) await ask(get(`${object}/${path}`));
  }
  await ask(get(`${scope.global}/links?issueKey=TEST-4`));
  await two.askTracker('DELETE', '/_sandbox/faults');
  await two.advance(60_000);
  await two.askTracker('POST', '/_sandbox/faults', {
    calls: 50,
    status: 429,
    headers: { 'retry-after': '30' },
  });
  for (const object of objects) {
    await ask(get(`${object}/details`));
    await ask(get(`${object}/candidates?input=${encodeURIComponent('другое')}`));
  }
  await ask(get(`${scope.admin}/owed`, 'admin'));
  await askTransfer(two, ask);
  await ask(get(`${scope.admin}/connection?language=ru`, 'admin'));
  for (const object of objects) await ask(post(`${object}/links/retry`, { issueKey: 'TEST-4' }));
  await ask(post(`${scope.admin}/owed/retry`, { kind: 'issue' }, 'admin'));
  await ask(post(`${scope.admin}/owed/drop`, { key: 'DEMO-1' }, 'admin'));
  return exchanges;
}

/** Differences of every kind, found and applied. */
async function askReconciling(two: TwoSides, ask: (sent: Sent) => Promise<void>): Promise<void> {
  const remote = (key: string) => ({ relationship: 'RELATES', key, origin: applications.issue });
  // However many calls of its own the app makes meanwhile, the one that is asked about fails.
  const askFailing = async (fault: Readonly<Record<string, unknown>>, sent: Sent) => {
    await two.askTracker('POST', '/_sandbox/faults', { calls: 50, ...fault });
    await ask(sent);
    await two.askTracker('DELETE', '/_sandbox/faults');
  };
  await two.advance(1_200);
  for (const key of ['demo-1', 'Demo-1', 'NOPE-1', 'DEMO-4'])
    await two.askTracker('POST', '/v3/issues/TEST-1/remotelinks', remote(key));
  await ask(post(`${scope.issue('DEMO-2')}/links`, { issueKey: 'TEST-1' }));
  await ask(get(`${scope.admin}/reconcile`, 'admin'));
  await two.advance(3_000);
  await askFailing({ status: 403 }, get(`${scope.admin}/reconcile?project=DEMO&after=TEST-2`, 'admin'));
  const tooMany = { status: 429, headers: { 'retry-after': '3' } };
  await askFailing(tooMany, get(`${scope.admin}/reconcile?queue=TEST&after=TEST-1`, 'admin'));
  await two.advance(5_000);
  await askFailing({ status: 503 }, get(`${scope.admin}/reconcile`, 'admin'));
  const applied = { action: 'remove_there', kind: 'issue', key: 'NOPE-1', issueKey: 'TEST-1' };
  await ask(post(`${scope.admin}/reconcile/apply`, applied, 'admin'));
  await askFailing(
    { status: 423 },
    post(`${scope.admin}/reconcile/apply`, { ...applied, key: 'DEMO-4' }, 'admin'),
  );
}

/** Something of everything that is kept, exported and imported. */
async function askTransfer(two: TwoSides, ask: (sent: Sent) => Promise<void>): Promise<void> {
  const identity = { login: 'irina', trackerUid: '8000000000000001' };
  await two.askYouTrack('POST', `${scope.user('jane')}/identity`, identity);
  await two.askYouTrack('POST', `${scope.project('OPS')}/settings`, { disclosure: 'key' });
  await ask(get(`${scope.admin}/export?projects=DEMO,OPS&top=3`, 'admin'));
  await ask(get(`${scope.admin}/export?skip=3`, 'admin'));
  const objects = [
    { kind: 'issue', key: 'DEMO-6', links: ['TEST-1 +1767225600000 youtrack jane'] },
    { kind: 'user', key: 'jane', identity: { login: 'other' } },
    { kind: 'issue', key: 'NOPE-1' },
  ];
  for (const dryRun of [true, false]) await ask(post(`${scope.admin}/import`, { dryRun, objects }, 'admin'));
}
