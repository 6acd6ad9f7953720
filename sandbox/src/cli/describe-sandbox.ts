import type { Sandbox } from '../ports/sandbox.ts';
import { inspectorPath } from '../widget-host/inspector-path.ts';
import type { Transaction } from '../world/transaction.ts';
import { describeApp, type Section } from './describe-app.ts';

export interface Addresses {
  readonly youtrack: string;
  readonly tracker: string;
}

/** More of a kind are counted, not listed: what is told shall fit on a screen. */
const mostLines = 8;

/** What people want to know of a sandbox that has just started: where it is, who there is, what its apps bring. */
export function describeSandbox(sandbox: Sandbox, { youtrack, tracker }: Addresses): Promise<string> {
  const now = sandbox.clock.now();
  return sandbox.world.transactions.run('read', (tx) => {
    const apps = sandbox.apps.all().flatMap((app) => {
      const { title, name, version } = app.package;
      const sections = describeApp(app, { tx, youtrack, now }).flatMap(showSection);
      return ['', `${title} (${name} ${version})`, ...sections];
    });
    return [
      '',
      `YouTrack  ${youtrack}/`,
      `Tracker   ${tracker}/`,
      `Inspector ${youtrack}${inspectorPath}: requests, transactions, what waits, mails, logs, settings`,
      ...showSection(['users and tokens', describeUsers(tx)]),
      ...(apps.length > 0 ? apps : ['', 'No app is installed: give one as youtrack-sandbox my-app.zip']),
      '',
    ].join('\n');
  });
}

function showSection([title, lines]: Section): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > mostLines ? [`    … and ${lines.length - mostLines} more`] : [];
  return [`  ${title}`, ...lines.slice(0, mostLines).map((line) => `    ${line}`), ...more];
}

function describeUsers(tx: Transaction): string[] {
  const people = [...tx.all('User')].filter(
    (id) => tx.get(id, 'isBanned') !== true && tx.get(id, 'isSystem') !== true,
  );
  return people.map((id) => {
    const login = String(tx.get(id, 'login'));
    const token = login === 'guest' ? 'no token' : `Authorization: Bearer perm:${login}`;
    return `${login.padEnd(16)} ${token.padEnd(40)} ${String(tx.get(id, 'fullName') ?? '')}`.trimEnd();
  });
}
