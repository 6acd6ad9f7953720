import type { AppPackage } from '../apps/app-package.ts';
import { startSchedules } from '../jobs/schedules.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { createSandbox, type SandboxSetup } from './create-sandbox.ts';
import { createServer, type ServerOptions } from './create-server.ts';

/** One life of a sandbox: from its start, or from what was saved of it, to the next reset or restore. */
export interface Run {
  readonly sandbox: Sandbox;
  fetch(request: Request): Response | Promise<Response>;
  stop(): Promise<void>;
}

export interface RunSetup {
  readonly sandbox: SandboxSetup;
  readonly server: Omit<ServerOptions, 'buildFolder'>;
  /** Installed before anything is answered. */
  readonly packages: readonly AppPackage[];
}

/** @throws WorldError, BadPackageError… each with one line for people; nothing is left running then */
export async function startRun({ sandbox: setup, server: options, packages }: RunSetup): Promise<Run> {
  const sandbox = await createSandbox(setup);
  const end = async () => {
    sandbox.jobs.close();
    await sandbox.world.close();
  };
  try {
    for (const appPackage of packages) await sandbox.apps.install(appPackage);
  } catch (error) {
    await end();
    throw error;
  }
  const server = createServer(sandbox, { ...options, buildFolder: setup.buildFolder });
  const stopSchedules = startSchedules(sandbox);
  return {
    sandbox,
    fetch: (request) => server.fetch(request),
    async stop() {
      stopSchedules();
      await end();
    },
  };
}
