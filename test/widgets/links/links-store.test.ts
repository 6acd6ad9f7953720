import { describe, expect, test } from '@jest/globals';
import type { PanelAnswer } from '../../../src/pages/panel-answer.ts';
import type { DetailsAnswer, IssueDetails, MirrorView } from '../../../src/protocol/answers.ts';
import type { CandidatesAnswer } from '../../../src/suggesting/candidates-answer.ts';
import { type FailureKind, failed, type Outcome } from '../../../widgets/shared/host/failure.ts';
import type { LinksApi } from '../../../widgets/shared/links/links-api.ts';
import { LinksStore } from '../../../widgets/shared/links/links-store.ts';

/** An app in memory; `fail` makes the next call of a kind fail, `scheduled` lets DELETE only read. */
class FakeApp implements LinksApi {
  readonly keys: string[] = [];
  readonly calls: string[] = [];
  readonly failures: string[] = [];
  isReadOnlyDelete = false;
  /** What a failing call fails with; `lost`: it is carried out first. */
  failure: FailureKind = 'unreachable';
  isLost = false;
  details: readonly IssueDetails[] = [];
  detailsAsked = 0;
  detailsFailure: FailureKind | undefined;
  readonly mirrors = new Map<string, MirrorView>();
  #running = 0;

  async read(): Promise<Outcome<PanelAnswer>> {
    return await this.#answer('read', () => ({
      kind: 'issue',
      key: 'DEMO-1',
      mayEdit: true,
      trackerUrl: 'https://tracker.yandex.ru',
      links: this.keys.map((issueKey) => ({
        issueKey,
        url: `https://tracker.yandex.ru/${issueKey}`,
        addedAt: '2026-01-31T09:15:00.000Z',
        addedBy: 'ivan',
        via: 'tracker' as const,
        ...(this.mirrors.has(issueKey) && { mirror: this.mirrors.get(issueKey) as MirrorView }),
      })),
      people: { ivan: 'Иван Петров' },
    }));
  }

  create(issueKeys: readonly string[]) {
    return this.#answer(`create ${issueKeys.join(' ')}`, () => ({
      created: issueKeys.map((issueKey) => {
        const isNew = !this.keys.includes(issueKey);
        if (isNew) this.keys.unshift(issueKey);
        return { issueKey, linked: isNew ? ['DEMO-1'] : [], alreadyLinked: isNew ? [] : ['DEMO-1'] };
      }),
    }));
  }

  remove(issueKey: string) {
    return this.#answer(`remove ${issueKey}`, () => {
      if (this.isReadOnlyDelete) return { issueKey, scheduled: ['DEMO-1'] };
      this.keys.splice(this.keys.indexOf(issueKey), 1);
      return { issueKey, removed: ['DEMO-1'], notLinked: [] };
    });
  }

  async readDetails(): Promise<Outcome<DetailsAnswer>> {
    this.detailsAsked += 1;
    if (this.detailsFailure !== undefined) return failed(this.detailsFailure);
    return { ok: true, data: { key: 'DEMO-1', isShown: this.details.length > 0, issues: this.details } };
  }

  retryMirror(issueKey: string) {
    return this.#answer(`tell ${issueKey}`, () => ({ key: 'DEMO-1', retried: [issueKey] }));
  }

  async readTexts() {
    return '';
  }

  async suggest(): Promise<Outcome<CandidatesAnswer>> {
    return { ok: true, data: { key: 'DEMO-1', isShown: false, candidates: [] } };
  }

  async readNames() {
    return { queues: new Set<string>(), projects: new Set<string>() };
  }

  async #answer<T>(call: string, make: () => T): Promise<Outcome<T>> {
    this.calls.push(call);
    this.#running += 1;
    expect(this.#running).toBe(1);
    await Promise.resolve();
    this.#running -= 1;
    const failing = this.failures.indexOf(call);
    if (failing < 0) return { ok: true, data: make() };
    this.failures.splice(failing, 1);
    if (this.isLost) make();
    return failed(this.failure);
  }
}

async function openStore(...keys: string[]) {
  const app = new FakeApp();
  app.keys.push(...keys);
  return await openStoreOf(app);
}

async function openStoreOf(app: FakeApp, whenDrawn = (run: () => void) => run()) {
  const later: (() => void)[] = [];
  let nowMs = Date.parse('2026-02-01T00:00:00Z');
  const store = new LinksStore({
    api: app,
    me: { login: 'jane', name: 'Jane Roe' },
    now: () => new Date(nowMs),
    after: (_delayMs, run) => later.push(run),
    whenDrawn,
  });
  await store.load();
  app.calls.length = 0;
  return { app, store, later, wait: (ms: number) => (nowMs += ms) };
}

function outline(store: LinksStore): string[] {
  return store.state().rows.map(({ issueKey, step }) => `${issueKey} ${step.name}`);
}

describe('adding', () => {
  test('the rows are there at once and saved once the server has them', async () => {
    const { store, app } = await openStore('TEST-1');
    const adding = store.add(['NEW-1', 'NEW-2']);
    expect(outline(store)).toEqual(['NEW-1 adding', 'NEW-2 adding', 'TEST-1 saved']);
    await adding;
    expect(outline(store)).toEqual(['NEW-1 saved', 'NEW-2 saved', 'TEST-1 saved']);
    expect(app.calls).toEqual(['create NEW-1 NEW-2']);
    expect(store.state().rows[0]?.added?.by).toBe('jane');
    expect(store.state().said).toEqual({ what: 'added', issueKeys: ['NEW-1', 'NEW-2'] });
  });

  test('a link that is there, or on its way, is not sent again', async () => {
    const { store, app } = await openStore('TEST-1');
    await Promise.all([store.add(['NEW-1']), store.add(['NEW-1']), store.add(['TEST-1'])]);
    expect(app.calls).toEqual(['create NEW-1']);
    expect(store.state().rows).toHaveLength(2);
  });

  test('a link that somebody else made meanwhile shows who made it', async () => {
    const { store, app } = await openStore();
    app.keys.push('TEST-9');
    await store.add(['TEST-9']);
    expect(store.state().rows.map(({ added }) => [added?.by, added?.via])).toEqual([['ivan', 'tracker']]);
  });

  test('what failed says why, and a retry adds it once', async () => {
    const { store, app } = await openStore();
    app.failures.push('create NEW-1');
    await store.add(['NEW-1']);
    expect(store.state().rows[0]?.step).toMatchObject({
      name: 'add-failed',
      failure: { kind: 'unreachable' },
    });
    await Promise.all([store.retry('NEW-1'), store.retry('NEW-1')]);
    expect(outline(store)).toEqual(['NEW-1 saved']);
    expect(app.keys).toEqual(['NEW-1']);
    expect(app.calls).toEqual(['create NEW-1', 'read', 'create NEW-1']);
  });

  test('links sent together fail together, and each can be tried again or let go', async () => {
    const { store, app } = await openStore();
    app.failures.push('create NEW-1 NEW-2');
    await store.add(['NEW-1', 'NEW-2']);
    expect(outline(store)).toEqual(['NEW-1 add-failed', 'NEW-2 add-failed']);
    store.dismiss('NEW-1');
    await store.retry('NEW-2');
    expect(outline(store)).toEqual(['NEW-2 saved']);
  });
});

describe('removing', () => {
  test('is sent at once, and its undo adds the link again', async () => {
    const { store, app } = await openStore('TEST-1', 'TEST-2');
    await store.remove('TEST-1');
    expect(app.keys).toEqual(['TEST-2']);
    expect(outline(store)).toEqual(['TEST-1 removed', 'TEST-2 saved']);
    await store.add(['TEST-1']);
    expect(app.keys).toEqual(['TEST-1', 'TEST-2']);
    expect(outline(store)).toEqual(['TEST-1 saved', 'TEST-2 saved']);
  });

  test('a double click removes once', async () => {
    const { store, app } = await openStore('TEST-1');
    await Promise.all([store.remove('TEST-1'), store.remove('TEST-1')]);
    expect(app.calls).toEqual(['remove TEST-1']);
  });

  test('what failed can be tried again or kept', async () => {
    const { store, app } = await openStore('TEST-1', 'TEST-2');
    app.failures.push('remove TEST-1', 'remove TEST-2');
    await Promise.all([store.remove('TEST-1'), store.remove('TEST-2')]);
    expect(outline(store)).toEqual(['TEST-1 remove-failed', 'TEST-2 remove-failed']);
    store.dismiss('TEST-1');
    await store.retry('TEST-2');
    expect(outline(store)).toEqual(['TEST-1 saved', 'TEST-2 removed']);
  });

  test('what failed keeps its cause', async () => {
    const { store, app } = await openStore('TEST-1');
    app.failures.push('remove TEST-1', 'create NEW-1');
    app.failure = 'not_found';
    await Promise.all([store.remove('TEST-1'), store.add(['NEW-1'])]);
    const steps = store.state().rows.map(({ step }) => step);
    expect(steps).toMatchObject([
      { name: 'add-failed', failure: { kind: 'not_found' } },
      { name: 'remove-failed', failure: { kind: 'not_found' } },
    ]);
    expect(app.calls).not.toContain('read');
  });

  test('what was done although the answer was lost is no failure', async () => {
    const { store, app } = await openStore('TEST-1');
    app.failures.push('remove TEST-1', 'create NEW-1 NEW-2', 'read', 'create NEW-3');
    app.isLost = true;
    await Promise.all([store.remove('TEST-1'), store.add(['NEW-1', 'NEW-2'])]);
    expect(outline(store)).toEqual(['NEW-1 saved', 'NEW-2 saved', 'TEST-1 remove-failed']);
    app.isLost = false;
    await store.add(['NEW-3']);
    expect(outline(store)[0]).toBe('NEW-3 add-failed');
    app.isLost = true;
    app.failures.push('remove TEST-1');
    await store.retry('TEST-1');
    expect(outline(store).at(-1)).toBe('TEST-1 removed');
    expect(store.state().said).toEqual({ what: 'removed', issueKeys: ['TEST-1'] });
  });

  test('a removal that the server only scheduled is watched until it has happened', async () => {
    const { store, app, later } = await openStore('TEST-1');
    app.isReadOnlyDelete = true;
    await store.remove('TEST-1');
    expect(outline(store)).toEqual(['TEST-1 removal-scheduled']);
    await Promise.resolve(later.shift()?.());
    await store.refresh();
    expect(outline(store)).toEqual(['TEST-1 removal-scheduled']);
    app.keys.length = 0;
    await Promise.resolve(later.shift()?.());
    expect(outline(store)).toEqual(['TEST-1 removed']);
    expect(later).toEqual([]);
  });

  test('an undo ends the watch', async () => {
    const { store, app, later } = await openStore('TEST-1');
    app.isReadOnlyDelete = true;
    await store.remove('TEST-1');
    await store.add(['TEST-1']);
    app.calls.length = 0;
    await Promise.resolve(later.shift()?.());
    expect(app.calls).toEqual([]);
  });
});

describe('looking again', () => {
  test('a fresh answer is not asked for twice, an old one is', async () => {
    const { store, app, wait } = await openStore('TEST-1');
    await store.refresh();
    expect(app.calls).toEqual([]);
    wait(60_000);
    app.keys.push('TEST-2');
    await store.refresh();
    expect(outline(store)).toEqual(['TEST-2 saved', 'TEST-1 saved']);
  });

  test('a failure behind the scenes leaves what is shown', async () => {
    const { store, app, wait } = await openStore('TEST-1');
    wait(60_000);
    app.failures.push('read');
    await store.refresh();
    expect(store.state().loading).toBe('done');
    expect(outline(store)).toEqual(['TEST-1 saved']);
  });
});

describe('what Tracker says', () => {
  const readAt = '2026-02-01T00:00:00.000Z';

  test('comes after the rows, and is not asked for again where it is not shown', async () => {
    const { store, app } = await openStore('TEST-1');
    expect(app.detailsAsked).toBe(1);
    await store.lookAgain();
    expect(app.detailsAsked).toBe(1);
    expect(store.state().details).toBeUndefined();
  });

  test('is not asked for before the rows are on the screen', async () => {
    const app = new FakeApp();
    app.keys.push('TEST-1');
    const drawn: (() => void)[] = [];
    const { store } = await openStoreOf(app, (run) => drawn.push(run));
    expect(outline(store)).toEqual(['TEST-1 saved']);
    expect(app.detailsAsked).toBe(0);
    for (const run of drawn) run();
    expect(app.detailsAsked).toBe(1);
  });

  test('is kept by the key of the link', async () => {
    const app = new FakeApp();
    app.keys.push('TEST-1');
    app.details = [{ issueKey: 'TEST-1', summary: 'Оплата', readAt }];
    const { store } = await openStoreOf(app);
    expect(store.state().details?.of.get('TEST-1')?.summary).toBe('Оплата');
    await store.lookAgain();
    expect(app.detailsAsked).toBe(2);
  });

  test('a link that Tracker is about to be told of is looked at again soon', async () => {
    const { store, app, later } = await openStore('TEST-1');
    app.mirrors.set('TEST-1', { state: 'pending', nextAt: '2026-02-01T00:00:02.000Z' });
    await store.lookAgain();
    expect(store.state().rows[0]?.mirror?.state).toBe('pending');
    expect(later).toHaveLength(1);
    app.mirrors.set('TEST-1', { state: 'mirrored' });
    later.shift()?.();
    await store.load();
    expect(store.state().rows[0]?.mirror?.state).toBe('mirrored');
    expect(later).toEqual([]);
  });

  test('a person has Tracker told again', async () => {
    const { store, app } = await openStore('TEST-1');
    await store.retryMirror('TEST-1');
    expect(app.calls).toEqual(['tell TEST-1', 'read']);
  });

  test('what could not be loaded or started is told, until it can', async () => {
    const app = new FakeApp();
    app.keys.push('TEST-1');
    app.details = [{ issueKey: 'TEST-1', summary: 'Оплата', readAt }];
    const { store } = await openStoreOf(app);
    app.detailsFailure = 'app_failed';
    await store.lookAgain();
    expect(store.state().trouble).toEqual({ what: 'details', failure: { kind: 'app_failed', fields: [] } });
    expect(store.state().details?.of.size).toBe(1);
    app.detailsFailure = undefined;
    await store.lookAgain();
    expect(store.state().trouble).toBeUndefined();
    app.failures.push('tell TEST-1');
    await store.retryMirror('TEST-1');
    expect(store.state().trouble).toMatchObject({ what: 'retry' });
    await store.retryMirror('TEST-1');
    expect(store.state().trouble).toBeUndefined();
  });
});

describe('undoing', () => {
  test('brings back what was removed last, one after another', async () => {
    const { store } = await openStore('TEST-1', 'TEST-2');
    await store.remove('TEST-1');
    await store.remove('TEST-2');
    expect([store.undo(), store.undo(), store.undo()]).toEqual([true, true, false]);
    await store.lookAgain();
    await Promise.resolve();
    expect(store.state().rows.map(({ issueKey }) => issueKey)).toEqual(['TEST-1', 'TEST-2']);
  });
});
