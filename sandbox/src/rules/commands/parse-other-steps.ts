import { createPrivateTag, findVisibleTag } from '../../context/methods/tagging.ts';
import { canSee } from '../../world/access.ts';
import { type LinkEnd, linkEnds, linkIssues, unlinkIssues } from '../../world/issue-links.ts';
import { moveIssue } from '../../world/issues.ts';
import { findIssue, findProject } from '../../world/lookup.ts';
import type { Id } from '../../world/transaction.ts';
import { CommandError } from './command-error.ts';
import type { CommandPlace, ParseStep } from './command-step.ts';
import { takeKeyword, takeOneOf, takeWord } from './command-text.ts';

/** `tag release`, `add tag {to do}`, `untag release`, `remove tag release`. */
export const parseTagStep: ParseStep = (place, text) => {
  const removal = takeKeyword(text, 'untag', 'remove tag');
  const start = removal ?? takeKeyword(text, 'tag', 'add tag');
  if (start === undefined) return undefined;
  const { tx } = place.change;
  const known = [...tx.all('Tag')].filter((tag) => canSee(tx, place.user, tag));
  const taken =
    takeOneOf(
      start,
      known.map((tag) => [String(tx.get(tag, 'name')), String(tx.get(tag, 'name'))] as const),
    ) ?? takeWord(start);
  if (taken === undefined) throw new CommandError('A tag needs a name');
  const isOn = removal === undefined;
  return { text: taken.text, apply: () => setTag(place, taken.value, isOn ? 'add' : 'delete') };
};

/** `relates to DEMO-2`, `remove subtask of DEMO-1`. */
export const parseLinkStep: ParseStep = (place, text) => {
  const { tx } = place.change;
  const removal = takeKeyword(text, 'remove');
  const ends = linkEnds(tx).map((end): readonly [string, LinkEnd] => [end.name, end]);
  const named = takeOneOf(removal ?? takeKeyword(text, 'add') ?? text, ends);
  if (named === undefined) return undefined;
  const word = takeWord(named.text);
  const other = word === undefined ? undefined : findIssue(tx, word.value);
  if (word === undefined || other === undefined)
    throw new CommandError(`There is no issue ${named.text.rest}`);
  const link = { issue: place.issue, end: named.value, other };
  return {
    text: word.text,
    apply: () => (removal === undefined ? linkIssues(tx, link) : unlinkIssues(tx, link)),
  };
};

/** `project OTHER` moves the issue. */
export const parseProjectStep: ParseStep = ({ change, issue }, text) => {
  const start = takeKeyword(text, 'project', 'move to');
  if (start === undefined) return undefined;
  const { tx, sandbox } = change;
  const names = [...tx.all('Project')].map((id): readonly [string, Id] => [String(tx.get(id, 'name')), id]);
  const keys = [...tx.all('Project')].map((id): readonly [string, Id] => [String(tx.get(id, 'key')), id]);
  const taken = takeOneOf(start, [...names, ...keys]);
  if (taken === undefined || findProject(tx, taken.value) === undefined)
    throw new CommandError(`There is no project ${start.rest}`);
  return {
    text: taken.text,
    apply: () => moveIssue(tx, { issue, project: taken.value, now: sandbox.clock.now() }),
  };
};

/** `star`, `unstar`, `vote`, `unvote`. */
export const parsePersonalStep: ParseStep = (place, text) => {
  for (const [keyword, property, mode] of personal) {
    const rest = takeKeyword(text, keyword);
    if (rest !== undefined) return { text: rest, apply: () => setMember(place, property, mode) };
  }
  return undefined;
};

const personal = [
  ['star', 'watchers', 'add'],
  ['unstar', 'watchers', 'delete'],
  ['vote', 'voters', 'add'],
  ['unvote', 'voters', 'delete'],
] as const;

function setMember(
  { change: { tx }, issue, user }: CommandPlace,
  property: string,
  mode: 'add' | 'delete',
): void {
  tx[mode](issue, property, { ref: user });
}

function setTag({ change, issue, user }: CommandPlace, name: string, mode: 'add' | 'delete'): void {
  const { tx } = change;
  const known = findVisibleTag(tx, { user, name });
  if (known === undefined && mode === 'delete') return;
  tx[mode](issue, 'tags', { ref: known ?? createPrivateTag(tx, { user, name }) });
}
