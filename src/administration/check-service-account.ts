import type { Account, Host } from '../ports/youtrack.ts';
import type { StatusCheck } from './status-answer.ts';

const projectsShown = 20;

/** A permission the account may need. Of alternatives, the first is the one to name when it has none. */
interface NeededRight {
  readonly anyOf: readonly [string, ...string[]];
  /** How bad it is to lack it; giving the right to change everybody's account only so that Tracker can link people is seldom wanted. */
  readonly lacking: StatusCheck['state'];
}

const neededRights: readonly NeededRight[] = [
  { anyOf: ['READ_ISSUE'], lacking: 'failed' },
  { anyOf: ['LINK_ISSUE', 'UPDATE_ISSUE'], lacking: 'failed' },
  { anyOf: ['READ_ARTICLE'], lacking: 'warning' },
  { anyOf: ['UPDATE_ARTICLE'], lacking: 'warning' },
  { anyOf: ['READ_PROJECT_BASIC', 'READ_PROJECT'], lacking: 'warning' },
  { anyOf: ['UPDATE_PROJECT'], lacking: 'warning' },
  { anyOf: ['READ_USER_BASIC', 'READ_USER'], lacking: 'warning' },
  { anyOf: ['UPDATE_USER'], lacking: 'ok' },
];

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
