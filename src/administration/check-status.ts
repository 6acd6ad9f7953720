import { readCalls } from '../calls/keep-calls.ts';
import { readLiveLinks } from '../pages/read-live-links.ts';
import type { Entity, Host, Settings } from '../ports/youtrack.ts';
import { formatInstant } from '../protocol/instant.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { listEverLinked } from '../writing/list-linked.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { checkFields } from './check-fields.ts';
import { checkGuest } from './check-guest.ts';
import { checkIcons } from './check-icons.ts';
import { checkServiceAccount } from './check-service-account.ts';
import { findSamples } from './find-samples.ts';
import { readLetterDate } from './keep-letter.ts';
import type { AppSettingsView, LastCall, StatusAnswer, StatusCheck } from './status-answer.ts';

// Enough recent issues to meet every project in use; a server hands them out in pages behind the scenes.
const recentIssues = 200;

/**
 * What only the server can check, and keys with which a page can try the real endpoints (`getStatus` of docs/openapi.yaml).
 * Nothing is refused: what is wrong is a check that says so.
 */
export function checkStatus(host: Host): Result<Reply<StatusAnswer>, Refusal> {
  const linked = listEverLinked(host);
  const entities = [...linked, ...host.listRecentIssues(recentIssues)];
  const projects = listProjectKeys(entities);
  return succeed({
    status: 200,
    body: {
      app: { version: host.appVersion },
      settings: toSettingsView(host.settings),
      samples: findSamples(host, entities, projects),
      checks: [
        ...checkServiceAccount(host, projects),
        checkDisclosure(host, projects),
        checkFields(host, projects),
        ...checkGuest(host),
        checkIdentities(host),
        checkStoredValues(linked),
        checkIcons(host.settings),
      ],
      calls: listCalls(host),
      ...readLetterDate(host),
    },
  });
}

/** The projects in use: scripts have no list of all. */
function listProjectKeys(entities: readonly Entity[]): readonly string[] {
  return [...new Set(entities.flatMap(({ project }) => project?.key ?? []))].sort();
}

function listCalls(host: Host): readonly LastCall[] {
  return [...readCalls(host)].map(([kind, { at, address, status }]) => ({
    kind,
    at: formatInstant(at),
    address,
    status,
  }));
}

function checkIdentities(host: Host): StatusCheck {
  const known = host.countIdentities();
  return { id: 'identities', state: known === 0 ? 'warning' : 'ok', known };
}

function checkStoredValues(linked: readonly Entity[]): StatusCheck {
  const unreadable = linked.filter((entity) => readLiveLinks(entity).problem !== undefined).length;
  return { id: 'stored-values', state: unreadable === 0 ? 'ok' : 'failed', unreadable };
}

function toSettingsView(settings: Settings): AppSettingsView {
  const { fields, disclosure, serviceAccount, trackerSite, resolvedIconUrl, unresolvedIconUrl } = settings;
  return {
    ...(fields.status !== undefined && { statusField: fields.status }),
    ...(fields.deadline !== undefined && { deadlineField: fields.deadline }),
    ...(fields.assignee !== undefined && { assigneeField: fields.assignee }),
    disclosure,
    ...(serviceAccount !== undefined && { serviceAccount }),
    trackerSite,
    ...(resolvedIconUrl !== undefined && { resolvedIconUrl }),
    ...(unresolvedIconUrl !== undefined && { unresolvedIconUrl }),
  };
}
