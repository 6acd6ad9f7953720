import type { Operation } from '../ports/execution.ts';
import type { Transaction } from '../world/transaction.ts';
import { type NewMail, sendMail } from './send-mail.ts';
import { WorkflowError } from './workflow-error.ts';

/** What the modules `workflow`, `notifications` and `license` reach for. */
export const platformOperations: Readonly<Record<string, Operation>> = {
  message({ change, user }, text) {
    const { messages, clock } = change.sandbox;
    change.afterCommit.push(() => messages.push({ user, text: String(text), at: clock.now() }));
    return undefined;
  },
  checkFailed(_, message) {
    throw new WorkflowError(String(message));
  },
  sendMail(execution, mail) {
    sendMail(execution, readMail(String(mail)));
    return undefined;
  },
  license: ({ change }) => JSON.stringify(licenseInfo(change.sandbox.youtrack, countPeople(change.tx))),
};

type MailArguments = readonly [
  fromName: string | null,
  to: string,
  cc: string | null,
  bcc: string | null,
  subject: string,
  body: string,
  issue: string,
  headers: Readonly<Record<string, string>>,
];

/** The published `notifications` module hands addresses over as lists separated by commas. */
function readMail(text: string): NewMail {
  const [fromName, to, cc, bcc, subject, body, issue, headers] = JSON.parse(text) as MailArguments;
  return {
    to: addresses(to),
    cc: addresses(cc),
    bcc: addresses(bcc),
    subject,
    body,
    headers,
    ...(fromName === null ? {} : { fromName }),
    ...(issue === '' ? {} : { issue }),
  };
}

function addresses(list: string | null): string[] {
  return list === null || list === '' ? [] : list.split(',');
}

/** The workflow user is nobody that a licence counts. */
function countPeople(tx: Transaction): number {
  return [...tx.all('User')].filter((user) => tx.get(user, 'isSystem') !== true).length;
}

/** A server under a free licence. */
function licenseInfo(youTrackVersion: string, currentUserCount: number): Readonly<Record<string, unknown>> {
  return {
    youTrackVersion,
    licenseUsername: 'sandbox',
    isCloud: false,
    isFree: true,
    isTrial: false,
    currentUserCount,
    maxUserCount: 1_000_000,
    currentAgentCount: 0,
    maxAgentCount: 3,
    currentDiskSpaceMb: 0,
    maxDiskSpaceMb: 1_000_000,
    expirationTimestamp: Date.UTC(2100, 0, 1),
  };
}
