import { findGroup, findUser } from '../../world/lookup.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { CommandError } from './command-error.ts';
import type { ParseStep } from './command-step.ts';
import { takeKeyword, takeOneOf, takeWord } from './command-text.ts';

const everybody = 'All Users';

/**
 * `visible to Team`, `remove visible to jane`: adds a group or a user to those who see the issue; `visible to All Users` lets
 * everybody see it again (help: "Command Reference", "visible to").
 */
export const parseVisibilityStep: ParseStep = ({ change: { tx }, issue }, text) => {
  const removal = takeKeyword(text, 'remove visible to');
  const start = removal ?? takeKeyword(text, 'visible to', 'add visible to');
  if (start === undefined) return undefined;
  const names = [...tx.all('UserGroup'), ...tx.all('ProjectTeam')].map((id) => String(tx.get(id, 'name')));
  const taken =
    takeOneOf(
      start,
      names.map((name) => [name, name] as const),
    ) ?? takeWord(start);
  if (taken === undefined) throw new CommandError('Who is it to be visible to?');
  const group = findGroup(tx, taken.value);
  const user = findUser(tx, taken.value);
  const target = group ?? user;
  if (target === undefined) throw new CommandError(`There is no group or user '${taken.value}'`);
  const property = group === undefined ? 'permittedUsers' : 'permittedGroups';
  return {
    text: taken.text,
    apply: () => permit(tx, { issue, property, target, isOn: removal === undefined }),
  };
};

interface Permit {
  readonly issue: Id;
  readonly property: string;
  readonly target: Id;
  readonly isOn: boolean;
}

function permit(tx: Transaction, { issue, property, target, isOn }: Permit): void {
  if (!isOn) {
    tx.delete(issue, property, { ref: target });
    return;
  }
  if (String(tx.get(target, 'name')) !== everybody) {
    tx.add(issue, property, { ref: target });
    return;
  }
  for (const restricted of ['permittedUsers', 'permittedGroups']) tx.set(issue, restricted, null);
}
