import type { Execution } from '../ports/execution.ts';
import type { OutboxMail } from '../ports/sandbox.ts';

export type NewMail = Pick<OutboxMail, 'to' | 'subject' | 'body'> &
  Partial<Pick<OutboxMail, 'cc' | 'bcc' | 'headers' | 'fromName' | 'issue'>>;

/** Puts a mail into the outbox once the transaction is committed: what is undone tells nobody. */
export function sendMail({ change, app }: Execution, mail: NewMail): void {
  const { outbox, clock } = change.sandbox;
  change.afterCommit.push(() => {
    outbox.push({ app: app.package.name, cc: [], bcc: [], headers: {}, ...mail, at: clock.now() });
  });
}
