import { writeFile } from 'node:fs/promises';
import { createBenchmarkWorld } from '../../sandbox/bench/benchmark-world.ts';
import { type RunningSandbox, startSandbox } from '../../test/support/start-sandbox.ts';
import { type Contestant, toIssue } from './contestants.ts';

const worldFile = 'build/bench/panel-world.json';
const linkCount = 10;

/**
 * A sandbox in a process of its own, as `npm start` has it, with every contestant's app attached to a project of its own, so that a page
 * has one panel; and ten links on the issue of each.
 */
export async function startServer(contestants: readonly Contestant[]): Promise<RunningSandbox> {
  await writeFile(worldFile, JSON.stringify(createWorldFor(contestants)));
  const apps = contestants.flatMap(({ path }) => ['--app', path]);
  const server = await startSandbox('--delete', 'writable', '--world', worldFile, ...apps);
  for (const contestant of contestants) await link(server.youtrack, contestant);
  return server;
}

function createWorldFor(contestants: readonly Contestant[]): object {
  const world = createBenchmarkWorld(1) as { projects: object[]; issues: object[] };
  return {
    ...world,
    projects: contestants.map(({ project }) => ({ ...world.projects[0], key: project, name: project })),
    issues: contestants.map((contestant) => ({ ...world.issues[0], id: toIssue(contestant) })),
    apps: Object.fromEntries(contestants.map(({ app, project }) => [app, { projects: [project] }])),
  };
}

async function link(url: string, contestant: Contestant): Promise<void> {
  const issue = toIssue(contestant);
  for (let n = 1; n <= linkCount; n += 1) {
    const response = await fetch(
      `${url}/api/issues/${issue}/extensionEndpoints/${contestant.app}/issue/links`,
      {
        method: 'POST',
        headers: { authorization: 'Bearer perm:jane', 'content-type': 'application/json' },
        body: JSON.stringify({ issueKey: `TEST-${n}` }),
      },
    );
    if (!response.ok) throw new Error(`${issue} answered ${response.status}: ${await response.text()}`);
  }
}
