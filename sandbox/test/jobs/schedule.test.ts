import { describe, expect, test } from '@jest/globals';
import { runSchedule } from '../../src/jobs/run-schedule.ts';
import { startSchedules } from '../../src/jobs/schedules.ts';
import { openApp } from '../context/open-app.ts';

function scheduled(rest: string): string {
  return `const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onSchedule({ title: 'Nightly', ${rest} });`;
}

describe('on-schedule rules', () => {
  test('run for the issues their search finds, as the workflow user', async () => {
    const rule =
      scheduled(`search: '#Unresolved has: Assignee', cron: '0 0 3 * * ?', guard: (ctx) => ctx.issue.id !== 'DEMO-3',
      action: (ctx) => { ctx.issue.addComment(ctx.currentUser.login + ' ' + ctx.currentUser.isSystem); }`);
    const opened = await openApp({ scripts: { rule } });
    expect(await runSchedule(opened.sandbox, opened.app, 'rule')).toEqual({ issues: ['DEMO-1'] });
    const texts = await opened.read((tx) => [...tx.all('IssueComment')].map((id) => tx.get(id, 'text')));
    expect(texts).toEqual(['First', 'workflow true']);
  });

  test('may work out their search', async () => {
    const rule = scheduled(
      `search: () => 'issue id: ' + 'DEMO-2', cron: '0 0 3 * * ?', action: (ctx) => { ctx.issue.summary += '!'; }`,
    );
    const opened = await openApp({ scripts: { rule } });
    expect(await runSchedule(opened.sandbox, opened.app, 'rule')).toEqual({ issues: ['DEMO-2'] });
  });

  test('can leave the update time alone', async () => {
    const rule = scheduled(
      `search: '#DEMO-1', cron: '0 0 3 * * ?', modifyUpdatedProperties: false, action: (ctx) => { ctx.issue.summary = 'new'; }`,
    );
    const opened = await openApp({ scripts: { rule } });
    await runSchedule(opened.sandbox, opened.app, 'rule');
    expect(await opened.read((tx) => tx.get(tx.find('Issue', 'id', 'DEMO-1')[0] ?? '', 'updated'))).toBe(
      1_767_225_700_000,
    );
  });

  test('what fails for one issue is told and does not stop the others', async () => {
    const rule = scheduled(
      `search: 'sort by: {issue id} asc', cron: '0 0 3 * * ?', action: (ctx) => { if (ctx.issue.id === 'DEMO-1') throw new Error('нет'); }`,
    );
    const opened = await openApp({ scripts: { rule } });
    expect(await runSchedule(opened.sandbox, opened.app, 'rule')).toEqual({
      issues: ['DEMO-2', 'DEMO-3', 'OTHER-1'],
      problem: 'нет',
    });
  });

  test('run by themselves at their times', async () => {
    const rule = scheduled(
      `search: '#DEMO-1', cron: '0 0 3 * * ?', action: (ctx) => { console.log('ran'); }`,
    );
    const opened = await openApp({ scripts: { rule } });
    const stop = startSchedules(opened.sandbox);
    const hourMs = 3_600_000;
    await opened.clock.advance(14 * hourMs);
    expect(opened.log).toHaveLength(0);
    await opened.clock.advance(2 * hourMs);
    await opened.clock.advance(24 * hourMs);
    stop();
    await opened.clock.advance(48 * hourMs);
    expect(opened.log.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-01-06T03:00:00.000Z',
      '2026-01-07T03:00:00.000Z',
    ]);
  });

  test('of an app that comes later run from its coming on, and those of one that is gone no more', async () => {
    const rule = scheduled(`search: '#DEMO-1', cron: '0 0 3 * * ?', action: () => { console.log('пора'); }`);
    const opened = await openApp({ scripts: { rule } });
    const { apps } = opened.sandbox;
    const dayMs = 86_400_000;
    await apps.remove(opened.app.package.name);
    const stop = startSchedules(opened.sandbox);
    await opened.clock.advance(dayMs);
    await apps.install(opened.app.package);
    await opened.clock.advance(dayMs);
    await apps.remove(opened.app.package.name);
    await opened.clock.advance(dayMs);
    stop();
    expect(opened.log.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-01-07T03:00:00.000Z']);
  });

  test('are no reason to stop on the way when the clock is put forward', async () => {
    const opened = await openApp({ scripts: {} });
    const waits: number[] = [];
    const at: typeof opened.clock.at = (atMs, job) => {
      waits.push(atMs);
      return opened.clock.at(atMs, job);
    };
    const stop = startSchedules({ ...opened.sandbox, clock: { ...opened.clock, at } });
    await opened.clock.advance(200 * 86_400_000);
    stop();
    expect(waits).toEqual([]);
  });

  test('with a schedule that cannot be read never run, and the log says so', async () => {
    const rule = scheduled(`search: '', cron: '* * * * *', action: () => {}`);
    const { log } = await openApp({ scripts: { rule } });
    expect(log.map(({ message }) => message)).toEqual([expect.stringMatching(/never runs: its cron/)]);
  });
});
