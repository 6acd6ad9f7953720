import type { InstalledApp } from '../apps/installed-app.ts';
import { execute } from '../context/execute.ts';
import { searchIssues } from '../context/search/search-issues.ts';
import { startChain } from '../context/start-chain.ts';
import { runChange } from '../dispatch/run-change.ts';
import type { Change } from '../ports/execution.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { type AppRule, isActiveIn } from '../rules/active-rules.ts';
import { prepareRule } from '../rules/rule-run.ts';
import { workflowUser } from '../rules/workflow-user.ts';
import type { Id } from '../world/transaction.ts';

/** How a run of an on-schedule rule went. */
export interface ScheduleRun {
  /** Readable ids of the issues its action ran for. */
  readonly issues: readonly string[];
  /** The first thing that went wrong; all of it is in the app's log. */
  readonly problem?: string;
}

/**
 * Runs an on-schedule rule now: in each project its app is active in, for each issue its search finds there, each in a
 * transaction of its own, as the workflow user.
 */
export function runSchedule(sandbox: Sandbox, app: InstalledApp, scriptName: string): Promise<ScheduleRun> {
  return sandbox.journal.within({ kind: 'schedule', app: app.package.name, script: scriptName }, () =>
    runEverywhere(sandbox, app, scriptName),
  );
}

async function runEverywhere(sandbox: Sandbox, app: InstalledApp, scriptName: string): Promise<ScheduleRun> {
  const script = app.realm.modules.find(({ name }) => name === scriptName);
  if (script?.kind !== 'rule' || script.rule.kind !== 'onSchedule') {
    return { issues: [], problem: `${scriptName}.js is no on-schedule rule` };
  }
  const user = await sandbox.world.transactions.run('write', workflowUser);
  const rule = { app, script };
  const issues: string[] = [];
  const problems: string[] = [];
  const attempt = async (work: () => Promise<void>) =>
    work().catch((error) => problems.push(describe(rule, error)));
  for (const project of await activeProjects(sandbox, app)) {
    await attempt(async () => {
      for (const issue of await findIssues(sandbox, rule, { user, project })) {
        await attempt(async () => {
          const id = await runForIssue(sandbox, rule, { user, project, issue });
          if (id !== undefined) issues.push(id);
        });
      }
    });
  }
  return { issues, ...(problems[0] === undefined ? {} : { problem: problems[0] }) };
}

function activeProjects({ world }: Sandbox, app: InstalledApp): Promise<Id[]> {
  return world.transactions.run('read', (tx) =>
    [...tx.all('Project')].filter((project) => isActiveIn(app, project)),
  );
}

interface SchedulePlace {
  readonly user: Id;
  readonly project: Id;
}

function findIssues(sandbox: Sandbox, rule: AppRule, { user, project }: SchedulePlace): Promise<Id[]> {
  return runChange(sandbox, { user, mode: 'read' }, (tx, change) => {
    const query = readSearch(change, rule, { user, project });
    return searchIssues({ tx, user, query, folder: project, now: sandbox.clock.now() });
  });
}

/** `search` is a text, or a function that gives one. */
function readSearch(change: Change, { app, script }: AppRule, { user, project }: SchedulePlace): string {
  if (!script.rule.hasSearchFunction) return script.rule.search ?? '';
  const context = {};
  const execution = { change, app, script, user, project, chain: startChain(context), streams: [] };
  return String(execute(execution, { in: 'rule', name: 'search' }, context).result ?? '');
}

/** The issue's readable id when the action ran. */
function runForIssue(
  sandbox: Sandbox,
  rule: AppRule,
  { user, project, issue }: SchedulePlace & { readonly issue: Id },
): Promise<string | undefined> {
  const keepsUpdated = rule.script.rule.modifyUpdatedProperties ? {} : ({ keepsUpdated: true } as const);
  return runChange(sandbox, { user, mode: 'write', holdOn: 'clock', ...keepsUpdated }, (tx, change) => {
    const run = prepareRule(rule, { change, user, project, entities: { issue } });
    if (run === undefined || !run.passes()) return undefined;
    run.run('action');
    return String(tx.get(issue, 'id'));
  });
}

function describe({ app, script }: AppRule, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  app.log({ level: 'ERROR', script: script.name, message: `The scheduled run failed: ${message}` });
  return message;
}
