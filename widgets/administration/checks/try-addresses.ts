import type { ProjectSamples } from '../../../src/checks/samples-answer.ts';
import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import type { RegistrationApplication } from '../../../src/registration/registration-answer.ts';
import type { FailureKind } from '../../shared/host/failure.ts';
import { isKeptFromApp, type ReadInfo } from './info-reader.ts';

/** One address of the letter, called with an object of its kind. */
export interface Trial {
  readonly kind: EntityKind;
  readonly key: string;
  /** From `/api/` on. */
  readonly path: string;
  /** Absent where the object came. */
  readonly failure?: FailureKind;
}

/** What the letter's addresses answer for the objects of one project. */
export interface ProjectTrials {
  readonly project: string;
  /** Whether YouTrack lets the app answer there; undefined where the administrator cannot see the project. */
  readonly isAttached: boolean | undefined;
  readonly trials: readonly Trial[];
  /** What Tracker's account lacks there; undefined where there is no account. */
  readonly lacking: readonly string[] | undefined;
}

/** The addresses at which the letter has objects asked for, by kind. */
export type InfoAddresses = ReadonlyMap<EntityKind, string>;

/** The paths of a letter's addresses, from the server on: `/api/issues/{{remoteKey}}/…`. */
export function toInfoAddresses(
  applications: readonly RegistrationApplication[],
  baseUrl: string,
): InfoAddresses {
  return new Map(
    applications
      .filter(({ access }) => access === 'token')
      .map(({ kind, entityInfoUrl }) => [kind, entityInfoUrl.slice(baseUrl.length)]),
  );
}

/** Calls one address with one key. */
export async function tryAddress(
  readInfo: ReadInfo,
  addresses: InfoAddresses,
  { kind, key }: Pick<Trial, 'kind' | 'key'>,
): Promise<Trial> {
  const path = (addresses.get(kind) ?? '').replace('{{remoteKey}}', encodeURIComponent(key));
  const outcome = await readInfo(path);
  if (!outcome.ok) return { kind, key, path, failure: outcome.failure.kind };
  return outcome.data.key === undefined ? { kind, key, path, failure: 'broken' } : { kind, key, path };
}

/** Calls them for one object of every kind that a project has; where the app is not attached the others would say the same. */
export async function tryProject(
  readInfo: ReadInfo,
  addresses: InfoAddresses,
  { project, isVisible, issue, article, lacking }: ProjectSamples,
): Promise<ProjectTrials> {
  if (!isVisible) return { project, isAttached: undefined, trials: [], lacking };
  const own = await tryAddress(readInfo, addresses, { kind: 'project', key: project });
  const isAttached = own.failure === undefined || !isKeptFromApp(own.failure);
  const trials = [own];
  for (const [kind, key] of [['issue', issue] as const, ['article', article] as const]) {
    if (isAttached && key !== undefined) trials.push(await tryAddress(readInfo, addresses, { kind, key }));
  }
  return { project, isAttached, trials, lacking };
}
