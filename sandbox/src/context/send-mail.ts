import type { Execution } from '../ports/execution.ts';
import type { SentMail } from '../ports/sandbox-api.ts';

export type NewMail = Pick<SentMail, 'to' | 'subject' | 'body'> &
  Partial<Pick<SentMail, 'cc' | 'bcc' | 'headers' | 'fromName' | 'issue'>>;

/** Puts a mail into the outbox once the transaction is committed: what is undone tells nobody. */
export function sendMail({ change, app }: Execution, mail: NewMail): void {
  const { outbox, clock } = change.sandbox;
  change.afterCommit.push(() => {
    outbox.push({ app: app.package.name, cc: [], bcc: [], headers: {}, ...mail, at: clock.now() });
  });
}
