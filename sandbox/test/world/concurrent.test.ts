import { beforeAll, describe } from '@jest/globals';
import type { CommitControl } from '../../src/world/commit-control.ts';
import { CommitRefusedError } from '../../src/world/commit-refused-error.ts';
import type { World } from '../../src/world/create-world.ts';
import {
  fieldProperty,
  findField,
  findFieldValue,
  setField,
  setFieldMember,
} from '../../src/world/custom-fields.ts';
import {
  findLinkEnd,
  linkedIssues,
  linkIssues,
  unlinkAll,
  unlinkIssues,
} from '../../src/world/issue-links.ts';
import { findIssue, findProject, findUser } from '../../src/world/lookup.ts';
import { removeEntity } from '../../src/world/remove-entity.ts';
import type { Id, Transaction } from '../../src/world/transaction.ts';
import { idsIn } from '../../src/world/values.ts';
import {
  type Element,
  type IssueState,
  linkTargets,
  type SetName,
  type Single,
  type Step,
} from './concurrent-cases.ts';
import { type CasePlace, type ConcurrentDriver, testConcurrentCases } from './concurrent-driver.ts';
import { concurrentWorld } from './concurrent-world.ts';
import { newYear2026, openWorld } from './open-world.ts';

const note = 'ext:concurrent:note';

describe('overlapping transactions on the store', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(concurrentWorld(), { writes: 'overlapping' });
  });
  testConcurrentCases(() => driverOf(world));
});

function driverOf({ transactions, commits }: World): ConcurrentDriver {
  const control = commits as CommitControl;
  return {
    async hold() {
      control.hold();
    },
    async resume() {
      control.resume();
    },
    async begin(place, steps) {
      const waiting = control.waiting().length;
      const ended = transactions
        .run('write', (tx) => {
          for (const step of steps) take(tx, place, step);
        })
        .then(() => true, refused);
      await Promise.race([ended, control.untilWaiting(waiting + 1)]);
      return { ended };
    },
    read: (issue) => transactions.run('read', (tx) => read(tx, issue)),
  };
}

function refused(problem: unknown): false {
  if (problem instanceof CommitRefusedError) return false;
  throw problem;
}

function take(tx: Transaction, place: CasePlace, step: Step): void {
  const [issue, other] = [known(tx, place.issue), known(tx, place.other)];
  const relates = linkEnd(tx, 'relates');
  if (step[0] === 'set') setSingle(tx, issue, [step[1], step[2]]);
  else if (step[0] === 'append') tx.set(issue, note, `${String(tx.get(issue, note))}${step[1]}`);
  else if (step[0] === 'add' || step[0] === 'delete') changeSet(tx, issue, step);
  else if (step[0] === 'clear') clearSet(tx, issue, step[1]);
  else if (step[0] === 'comment') tx.create('IssueComment', { issue: { ref: issue }, text: step[1] });
  else if (step[0] === 'attach') tx.create('IssueAttachment', { issue: { ref: issue }, name: step[1] });
  else if (step[0] === 'relateOther') linkIssues(tx, { issue, end: relates, other });
  else if (step[0] === 'relateBack') linkIssues(tx, { issue: other, end: relates, other: issue });
  else if (step[0] === 'setOther') tx.set(other, note, step[1]);
  else if (step[0] === 'newUser') tx.create('User', { login: step[1] });
  else removeEntity(tx, step[0] === 'removeIssue' ? issue : other);
}

function setSingle(tx: Transaction, issue: Id, [single, value]: [Single, string | null]): void {
  if (single === 'summary') tx.set(issue, 'summary', value);
  else if (single === 'note') tx.set(issue, note, value);
  else setField(tx, { issue, field: field(tx, 'State'), value: stateNamed(tx, value), now: newYear2026 });
}

function stateNamed(tx: Transaction, name: string | null) {
  const ref = name === null ? undefined : findFieldValue(tx, field(tx, 'State'), name);
  return ref === undefined ? null : { ref };
}

function changeSet(
  tx: Transaction,
  issue: Id,
  [mode, set, name]: readonly ['add' | 'delete', SetName, Element],
): void {
  const member = elementOf(tx, set, name);
  if (set === 'versions') setFieldMember(tx, { issue, field: field(tx, 'Versions'), member, mode });
  else if (set === 'relates' || set === 'depends') {
    const link = { issue, end: linkEnd(tx, set), other: member };
    if (mode === 'add') linkIssues(tx, link);
    else unlinkIssues(tx, link);
  } else tx[mode](issue, plain[set], { ref: member });
}

function clearSet(tx: Transaction, issue: Id, set: SetName): void {
  if (set === 'relates' || set === 'depends') unlinkAll(tx, { issue, end: linkEnd(tx, set) });
  else if (set === 'versions')
    setField(tx, { issue, field: field(tx, 'Versions'), value: null, now: newYear2026 });
  else tx.set(issue, plain[set], null);
}

const plain = {
  people: 'ext:concurrent:people',
  tags: 'tags',
  visibleTo: 'permittedUsers',
  watchers: 'watchers',
} as const;

function elementOf(tx: Transaction, set: SetName, name: Element): Id {
  if (set === 'relates' || set === 'depends') return known(tx, linkTargets[name]);
  if (set === 'versions') return findFieldValue(tx, field(tx, 'Versions'), name) ?? '';
  return (set === 'tags' ? tx.find('Tag', 'name', name)[0] : findUser(tx, name)) ?? '';
}

function read(tx: Transaction, readableId: string): IssueState | undefined {
  const issue = findIssue(tx, readableId);
  if (issue === undefined) return undefined;
  const names = (ids: readonly Id[], property: string) =>
    ids.map((id) => String(tx.get(id, property))).sort();
  const linked = (set: 'relates' | 'depends') =>
    names(linkedIssues(tx, issue, linkEnd(tx, set)), 'id')
      .map((id) => nameOf(id))
      .sort();
  const members = (property: string, name: string) => names(idsIn(tx.get(issue, property)), name);
  const parts = (type: string, property: string) => names(tx.find(type, 'issue', { ref: issue }), property);
  return {
    summary: String(tx.get(issue, 'summary')),
    note: tx.get(issue, note) as string | null,
    state: members(fieldProperty(tx, field(tx, 'State')), 'name')[0] ?? null,
    people: members(plain.people, 'login'),
    tags: members('tags', 'name'),
    versions: members(fieldProperty(tx, field(tx, 'Versions')), 'name'),
    visibleTo: members('permittedUsers', 'login'),
    watchers: members('watchers', 'login'),
    relates: linked('relates'),
    depends: linked('depends'),
    comments: parts('IssueComment', 'text'),
    attachments: parts('IssueAttachment', 'name'),
  };
}

function nameOf(readableId: string): string {
  return Object.entries(linkTargets).find(([, id]) => id === readableId)?.[0] ?? 'other';
}

function known(tx: Transaction, readableId: string): Id {
  return findIssue(tx, readableId) ?? '';
}

function field(tx: Transaction, name: string): Id {
  return findField(tx, findProject(tx, 'DEMO') ?? '', name) ?? '';
}

function linkEnd(tx: Transaction, set: 'relates' | 'depends') {
  const end = findLinkEnd(tx, set === 'relates' ? 'relates to' : 'depends on');
  if (end === undefined) throw new Error(`There is no link ${set}`);
  return end;
}
