import { loadPackage } from '../../sandbox/src/apps/load-package.ts';
import { manualClock } from '../../sandbox/src/clock.ts';
import { createSandbox, type SandboxSetup } from '../../sandbox/src/server/create-sandbox.ts';
import { createServer } from '../../sandbox/src/server/create-server.ts';

/** Answers requests by path and query, like a server without a socket. */
export type Answer = (path: string, init: RequestInit) => Promise<Response>;

/** What the server calls itself. */
export const sandboxAddress = 'http://youtrack.example';

const buildFolder = 'sandbox/dist';

/**
 * The packaged app on a sandbox in this process, on a clock that stands still: nothing scheduled ever runs.
 * @param changes another engine for the scripts
 */
export async function openSandbox(
  world: unknown,
  changes: Pick<SandboxSetup, 'createContext'> = {},
): Promise<Answer> {
  const sandbox = await createSandbox({
    world,
    buildFolder,
    clock: manualClock(Date.UTC(2026, 0, 5, 12)),
    deletes: 'writable',
    unset: 'null',
    writes: 'serial',
    hosts: new Map(),
    baseUrl: () => sandboxAddress,
    onLog: () => {},
    ...changes,
  });
  await sandbox.apps.install(loadPackage('dist'));
  const faults: Error[] = [];
  const server = createServer(sandbox, { buildFolder, onFault: (error) => faults.push(error) });
  return async (path, init) => {
    const response = await server.request(path, init);
    if (faults[0] !== undefined) throw faults[0];
    return response;
  };
}
