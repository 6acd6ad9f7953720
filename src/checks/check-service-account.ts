import type { Account, Host } from '../ports/youtrack.ts';
import type { StatusCheck } from './status-answer.ts';

const projectsShown = 20;

/** A permission the account may need. Of alternatives, the first is the one to name when it has none. */
interface NeededRight {
  readonly anyOf: readonly [string, ...string[]];
  /** How bad it is to lack it; giving the right to change everybody's account only so that Tracker can link people is seldom wanted. */
  readonly lacking: StatusCheck['state'];
  /** Whether it is one of the whole server. */
  readonly isGlobal?: true;
}

const neededRights: readonly NeededRight[] = [
  { anyOf: ['READ_ISSUE'], lacking: 'failed' },
  { anyOf: ['LINK_ISSUE', 'UPDATE_ISSUE'], lacking: 'failed' },
  { anyOf: ['READ_ARTICLE'], lacking: 'warning' },
  { anyOf: ['UPDATE_ARTICLE'], lacking: 'warning' },
  { anyOf: ['READ_PROJECT_BASIC', 'READ_PROJECT'], lacking: 'warning' },
  { anyOf: ['UPDATE_PROJECT'], lacking: 'warning' },
  { anyOf: ['READ_USER_BASIC', 'READ_USER'], lacking: 'warning', isGlobal: true },
  { anyOf: ['UPDATE_USER'], lacking: 'ok', isGlobal: true },
];

/** Tracker's account, where it is set, there and not banned. */
export function findUsableAccount({
  settings,
  findAccount,
}: Pick<Host, 'settings' | 'findAccount'>): Account | undefined {
  const account = settings.serviceAccount === undefined ? undefined : findAccount(settings.serviceAccount);
  return account?.isBanned ? undefined : account;
}

/** What an account lacks in one project, of what depends on the project. Of alternatives the first is named. */
export function listLacking(account: Account, projectKey: string): readonly string[] {
  return neededRights
    .filter(({ anyOf, isGlobal }) => !isGlobal && !anyOf.some((right) => account.holds(right, projectKey)))
    .map(({ anyOf }) => anyOf[0]);
}

/** Whether the account Tracker calls with exists, and whether it may do what Tracker asks for. */
export function checkServiceAccount(
  host: Pick<Host, 'settings' | 'findAccount'>,
  projectKeys: readonly string[],
): StatusCheck[] {
  const { serviceAccount: login } = host.settings;
  const id = 'service-account';
  if (login === undefined) return [{ id, state: 'warning', reason: 'unset' }];
  const account = host.findAccount(login);
  if (account === undefined) return [{ id, state: 'failed', reason: 'unknown', login }];
  if (account.isBanned) return [{ id, state: 'failed', reason: 'banned', login: account.login }];
  return [{ id, state: 'ok', login: account.login }, checkRights(account, projectKeys)];
}

function checkRights(account: Account, projectKeys: readonly string[]): StatusCheck {
  const lacking = neededRights.filter(({ anyOf }) => !anyOf.some((right) => account.holds(right)));
  const projects = projectKeys.filter((key) => !account.holds('READ_ISSUE', key)).slice(0, projectsShown);
  return {
    id: 'service-account-rights',
    state: worst([...lacking.map((right) => right.lacking), projects.length > 0 ? 'warning' : 'ok']),
    missing: lacking.map(({ anyOf }) => anyOf[0]),
    projects,
  };
}

function worst(states: readonly StatusCheck['state'][]): StatusCheck['state'] {
  if (states.includes('failed')) return 'failed';
  return states.includes('warning') ? 'warning' : 'ok';
}
