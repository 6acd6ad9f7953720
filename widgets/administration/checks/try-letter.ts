import type { StatusAnswer } from '../../../src/checks/status-answer.ts';
import type { Outcome } from '../../shared/host/failure.ts';
import type { AdminApi } from '../admin-api.ts';
import type { YouTrackFacts } from '../youtrack-facts.ts';
import { inTurns } from './in-turns.ts';
import type { ReadInfo } from './info-reader.ts';
import { type ProjectTrials, type Trial, toInfoAddresses, tryAddress, tryProject } from './try-addresses.ts';

/** What the addresses of the letter answer to the administrator who looks at the page. */
export interface LetterTrials {
  readonly projects: readonly ProjectTrials[];
  /** The address of users, called with the administrator. */
  readonly user: Trial;
  /** Projects in use beyond those that were tried. */
  readonly untried: number;
}

export interface LetterTools {
  readonly api: AdminApi;
  readonly askFacts: () => Promise<YouTrackFacts>;
  readonly readInfo: ReadInfo;
}

/** Beyond these a page would call for minutes. */
const mostProjects = 300;
const projectsAtOnce = 50;
const callsAtOnce = 4;
/** Only paths are taken from the registration, so any address will do where the server's own is not known. */
const anyAddress = 'https://youtrack.invalid';

/** Calls the letter's own addresses, for one object of every kind and of every project that is not archived. */
export async function tryLetter(
  { api, askFacts, readInfo }: LetterTools,
  { samples }: Pick<StatusAnswer, 'samples'>,
): Promise<Outcome<LetterTrials>> {
  const [facts, registration] = await Promise.all([askFacts(), api.registration({ baseUrl: anyAddress })]);
  if (!registration.ok) return registration;
  const addresses = toInfoAddresses(registration.data.applications, registration.data.baseUrl);
  const inUse = facts.projects.filter(({ isArchived }) => !isArchived).map(({ key }) => key);
  // Where YouTrack does not list its projects, there is at least the one in which something is linked.
  const known = inUse.length > 0 ? inUse : [samples.project ?? []].flat();
  const tried = known.slice(0, mostProjects);
  const projects: ProjectTrials[] = [];
  for (let start = 0; start < tried.length; start += projectsAtOnce) {
    const found = await api.samples(tried.slice(start, start + projectsAtOnce));
    if (!found.ok) return found;
    const trials = await inTurns(found.data.projects, callsAtOnce, (one) =>
      tryProject(readInfo, addresses, one),
    );
    projects.push(...trials);
  }
  const user = await tryAddress(readInfo, addresses, { kind: 'user', key: samples.user });
  return { ok: true, data: { projects, user, untried: known.length - tried.length } };
}
