import { createBenchmarkWorld } from '../../sandbox/bench/benchmark-world.ts';
import { loadPackage } from '../../sandbox/src/apps/load-package.ts';
import { manualClock } from '../../sandbox/src/clock.ts';
import { dispatch } from '../../sandbox/src/dispatch/dispatch.ts';
import { createSandbox } from '../../sandbox/src/server/create-sandbox.ts';
import { findIssue, findUser } from '../../sandbox/src/world/lookup.ts';
import { createGraalContext } from '../../test/graal/create-graal-context.ts';
import { createMeter, type Meter } from './meter.ts';

/** Our package and its rivals, each on an engine of its own. */
export interface MeteredApps {
  /** @returns the engine's own time in milliseconds. `at` is the number of the issue, `query` the Tracker issue's key in the address */
  ask(app: string, route: string, more?: { at?: number; body?: unknown; query?: string }): Promise<number>;
  /** For each rival, the questions of its last request. */
  countQuestions(): Promise<readonly string[][]>;
  /** Links the first issues to so many Tracker issues each. */
  fill(sizes: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

const packages = ['dist', 'bench/hello', 'bench/handwritten'];
const linksAtOnce = 90;

export async function startMeteredApps(libraries: string, issueCount: number): Promise<MeteredApps> {
  const meters = new Map<string, Meter>();
  const sandbox = await createSandbox({
    world: createBenchmarkWorld(issueCount),
    buildFolder: 'sandbox/dist',
    clock: manualClock(Date.now()),
    deletes: 'writable',
    unset: 'null',
    writes: 'serial',
    hosts: new Map(),
    baseUrl: () => 'http://youtrack.example',
    onLog: (app, entry) => console.error(`[${app}] ${entry.message}`),
    createContext: (options) => {
      const { meter } = createMeter(libraries);
      meters.set(options.appName, meter);
      return createGraalContext(meter, options);
    },
  });
  for (const path of packages) await sandbox.apps.install(loadPackage(path));
  const { user, issues } = await sandbox.world.transactions.run('read', (tx) => ({
    user: findUser(tx, 'jane') ?? '',
    issues: Array.from({ length: issueCount }, (_, at) => findIssue(tx, `DEMO-${at + 1}`) ?? ''),
  }));
  const ask: MeteredApps['ask'] = async (app, route, { at = 0, body, query } = {}) => {
    const [method = '', path = ''] = route.split(' ');
    const began = meters.get(app)?.spentMs ?? 0;
    const answer = await dispatch(sandbox, {
      user,
      scope: 'issue',
      entity: issues[at] ?? '',
      app,
      handler: { hello: 'hello', handwritten: 'info' }[app] ?? 'issue',
      path,
      fullPath: `/${path}`,
      method,
      headers: [],
      parameters: query === undefined ? [] : [['issueKey', query]],
      body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
    });
    if (answer.status !== 200) throw new Error(`${app} ${route} answered ${answer.status}: ${answer.body}`);
    return (meters.get(app)?.spentMs ?? 0) - began;
  };
  return {
    ask,
    async countQuestions() {
      const routes = [
        ['hello', 'GET hello'],
        ['handwritten', 'GET info'],
        ['tracker-links', 'GET info'],
        ['tracker-links', 'GET links'],
      ] as const;
      const rows: string[][] = [];
      for (const [app, route] of routes) {
        const began = meters.get(app)?.questions ?? 0;
        await ask(app, route);
        rows.push([`${app} ${route}`, String((meters.get(app)?.questions ?? 0) - began)]);
      }
      return rows;
    },
    async fill(sizes) {
      for (const [at, size] of sizes.entries())
        for (let first = 1; first <= size; first += linksAtOnce) {
          const last = Math.min(size, first + linksAtOnce - 1);
          const issueKeys = Array.from({ length: last - first + 1 }, (_, n) => `OLD-${first + n}`);
          await ask('tracker-links', 'POST links', { at, body: { issueKeys } });
        }
    },
    async close() {
      sandbox.jobs.close();
      await sandbox.world.close();
      for (const meter of meters.values()) meter.close();
    },
  };
}
