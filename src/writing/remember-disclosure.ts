import type { Disclosure, Host, OwnHost, Project } from '../ports/youtrack.ts';
import { attempt, type Result, succeed } from '../result.ts';

/**
 * Writes down a project's disclosure level where code outside the project can read it, because YouTrack shows such code
 * the global settings alone. To be called where the project's own settings are seen and writing is allowed.
 */
export function rememberDisclosure(host: Pick<OwnHost, 'own' | 'settings'>): void {
  if (isOutdated(host)) host.own.project?.store.write({ trackerDisclosure: host.settings.disclosure });
}

/** The same from a request that may only read: the writing is put off. */
export function noteDisclosure(host: Pick<OwnHost, 'own' | 'settings' | 'schedule'>): void {
  const { project } = host.own;
  if (project === undefined || !isOutdated(host)) return;
  const state = JSON.stringify({ project: project.key, level: host.settings.disclosure });
  // Nothing is lost when this fails: the answer does not depend on it, and the next request tries again.
  attempt(() => host.schedule({ name: 'rememberDisclosure', delayMs: 0, state }));
}

/** What `noteDisclosure` has put off. */
export function runRememberDisclosure(
  host: Pick<Host, 'findEntity'>,
  state: string,
): Result<undefined, unknown> {
  const { project: key, level } = JSON.parse(state) as { project: string; level: Disclosure };
  const project = host.findEntity({ kind: 'project', key })?.project;
  if (readProjectDisclosure(project) !== level) project?.store.write({ trackerDisclosure: level });
  return succeed(undefined);
}

/** A project nobody has seen tightened tells all, so there is nothing to write down for most of them. */
function isOutdated({ own, settings }: Pick<OwnHost, 'own' | 'settings'>): boolean {
  return (readProjectDisclosure(own.project) ?? 'full') !== settings.disclosure;
}

/** The level its own settings asked for when last seen; undefined when they never were, or it is none. */
export function readProjectDisclosure(project: Project | undefined): Disclosure | undefined {
  const stored = project?.store.readText('trackerDisclosure');
  const level = stored?.ok ? stored.value : undefined;
  return level === 'full' || level === 'status' || level === 'key' ? level : undefined;
}
