import { html } from 'hono/html';
import type { PendingJob } from '../../ports/jobs.ts';
import { parseQuartz } from '../../realm/quartz.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import { labelOf } from '../describe-commit.ts';
import { actButton, type InspectorView, moment, type TabContent, table } from './view.ts';

/** What the clock will start: async functions and schedules, each with a button that does not wait for it. */
export function waitingTab(view: InspectorView): TabContent {
  const { sandbox, texts } = view;
  const jobs = [...sandbox.jobs.pending()].sort((one, other) => one.atMs - other.atMs);
  const functions = table({
    caption: texts.functions,
    headings: [texts.due, texts.function, texts.user, texts.action],
    rows: jobs.map((job) => jobRow(job, view)),
    empty: texts.noFunctions,
  });
  const schedules = table({
    caption: texts.schedules,
    headings: [texts.next, texts.script, texts.timetable, texts.action],
    rows: scheduleRows(view),
    empty: texts.noSchedules,
  });
  return { live: html`${functions}${schedules}` };
}

function jobRow(
  { id, atMs, app, script, function: name, user }: PendingJob,
  { texts, tx }: InspectorView,
): Html {
  const what = `${app}/${script} ${name}`;
  const button = actButton(texts.runNow, { act: 'run-job', id: String(id) }, `${texts.runNow}: ${what}`);
  return html`<tr id="job-${id}"><td>${moment(atMs)}</td><td>${what}</td><td>${labelOf(tx, user)}</td><td>${button}</td></tr>`;
}

function scheduleRows({ sandbox, texts }: InspectorView): Html[] {
  return sandbox.apps.all().flatMap(({ package: { name: app }, realm }) =>
    realm.modules.flatMap((module) => {
      if (module.kind !== 'rule' || module.rule.kind !== 'onSchedule' || module.rule.idle !== undefined)
        return [];
      const { cron = '' } = module.rule;
      const next = parseQuartz(cron)(sandbox.clock.now());
      const what = `${app}/${module.name}`;
      const fields = { act: 'run-schedule', app, script: module.name };
      const button = actButton(texts.runNow, fields, `${texts.runNow}: ${what}`);
      return [
        html`<tr id="schedule-${what}"><td>${next === undefined ? texts.never : moment(next)}</td><td>${what}</td><td>${cron}</td><td>${button}</td></tr>`,
      ];
    }),
  );
}
