import { lookAtLinked } from '../administration/look-at-linked.ts';
import { readCalls } from '../calls/keep-calls.ts';
import type { Host, Settings } from '../ports/youtrack.ts';
import { formatInstant } from '../protocol/instant.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { readLetterDate } from '../registration/keep-letter.ts';
import { type Result, succeed } from '../result.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { checkFields } from './check-fields.ts';
import { checkGuest } from './check-guest.ts';
import { checkIcons } from './check-icons.ts';
import { checkServiceAccount } from './check-service-account.ts';
import { findSamples } from './find-samples.ts';
import type { AppSettingsView, LastCall, StatusAnswer, StatusCheck } from './status-answer.ts';

/**
 * What only the server can check, and keys with which a page can try the real endpoints (`getStatus` of docs/openapi.yaml).
 * Nothing is refused: what is wrong is a check that says so.
 */
export function checkStatus(host: Host): Result<Reply<StatusAnswer>, Refusal> {
  const { projectKeys: projects, seen, unreadable } = lookAtLinked(host);
  return succeed({
    status: 200,
    body: {
      app: { version: host.appVersion },
      settings: toSettingsView(host.settings),
      samples: findSamples(host, seen, projects),
      checks: [
        ...checkServiceAccount(host, projects),
        checkDisclosure(host, projects),
        checkFields(host, projects),
        ...checkGuest(host),
        checkIdentities(host),
        { id: 'stored-values', state: unreadable === 0 ? 'ok' : 'failed', unreadable },
        checkIcons(host.settings),
      ],
      calls: listCalls(host),
      ...readLetterDate(host),
    },
  });
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
