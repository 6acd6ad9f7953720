import { type RunningSandbox, ServedSandbox, type StartOptions } from './served-sandbox.ts';

export type { RunningSandbox, StartOptions } from './served-sandbox.ts';

/**
 * Starts the YouTrack server and the Tracker stand-in, installs the apps, and resolves once everything answers.
 * @throws StartError, WorldError, BadPackageError…: errors with one line for people, see `isStartRefusal`
 */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const sandbox = new ServedSandbox(options);
  try {
    await sandbox.start();
    return sandbox;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/** Whether an error is one of those that say in one line what the caller can put right. */
export function isStartRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isNamed =
    /^(StartError|WorldError|StateFileError|.*PackageError|BadSettingError|TrackerConfigError)$/.test(
      error.name,
    );
  return isNamed || /already in use/.test(error.message);
}
