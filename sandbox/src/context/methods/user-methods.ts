import type { EntityRef } from '../../api/wire.ts';
import type { Execution } from '../../ports/execution.ts';
import { canSee, hasPermission } from '../../world/access.ts';
import { groupsOf, membersOfGroup } from '../../world/holdings.ts';
import type { Id, Transaction } from '../../world/transaction.ts';
import { foldCase, idsIn } from '../../world/values.ts';
import { entityArgument, textArgument } from '../arguments.ts';
import { entityToScript, isEntity, objectFields, type ScriptValue } from '../script-values.ts';
import { sendMail } from '../send-mail.ts';
import type { Method } from './method.ts';
import { createPrivateTag } from './tagging.ts';

export const userMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  User: {
    canLinkIssue,
    canVoteIssue: ({ change: { tx } }, user, [issue]) =>
      canVote(tx, user.id, issueOf(issue)) && !hasVoted(tx, user.id, issueOf(issue)),
    canUnvoteIssue: ({ change: { tx } }, user, [issue]) => hasVoted(tx, user.id, issueOf(issue)),
    isVotedForIssue: ({ change: { tx } }, user, [issue]) => hasVoted(tx, user.id, issueOf(issue)),
    isWatchingIssue: ({ change: { tx } }, user, [issue]) =>
      idsIn(tx.get(issueOf(issue), 'watchers')).includes(user.id),
    voteIssue(execution, user, [issue]) {
      const { tx } = execution.change;
      if (canVote(tx, user.id, issueOf(issue)))
        setMember(tx, { entity: issueOf(issue), property: 'voters' }, { user: user.id, isIn: true });
      return undefined;
    },
    unvoteIssue: setMembership('voters', false),
    watchIssue: setMembership('watchers', true),
    unwatchIssue: setMembership('watchers', false),
    watchArticle: setMembership('watchers', true),
    unwatchArticle: setMembership('watchers', false),
    getTag,
    getSharedTag: ({ change: { tx } }, user, [name]) =>
      entityToScript(
        tx,
        tagsNamed(tx, name).find(
          (tag) => canSee(tx, user.id, tag) && idsIn(tx.get(tag, 'owner'))[0] !== user.id,
        ),
      ),
    hasPermission: ({ change: { tx } }, user, [key, project]) =>
      hasPermission(tx, user.id, textArgument(key, 'permissionKey'), projectId(project)),
    hasRole() {
      throw new Error(
        'entities.User.hasRole() is not emulated by the sandbox: a world has permissions and no roles',
      );
    },
    isInGroup: ({ change: { tx } }, user, [name]) => {
      const wanted = foldCase(textArgument(name, 'groupName'));
      return [...groupsOf(tx, user.id)].some((group) => foldCase(String(tx.get(group, 'name'))) === wanted);
    },
    notify,
    sendMail: (execution, user, [subject, body]) =>
      notify(execution, user, [subject ?? null, body ?? null, true]),
  },
  UserGroup: {
    notifyAllUsers(execution, group, [subject, body]) {
      for (const id of membersOfGroup(execution.change.tx, group.id)) {
        notify(execution, { type: 'User', id }, [subject ?? null, body ?? null, true]);
      }
      return undefined;
    },
  },
};

/** Linking needs to see the issue and the permission to link. */
function canLinkIssue(
  { change: { tx } }: Execution,
  user: EntityRef,
  [issue]: readonly ScriptValue[],
): boolean {
  const id = issueOf(issue);
  const [project] = idsIn(tx.get(id, 'project'));
  return canSee(tx, user.id, id) && hasPermission(tx, user.id, 'LINK_ISSUE', project);
}

/** A reporter does not vote for an own issue (JetBrains' help, "Vote for Issues"), and nobody for a resolved one. */
function canVote(tx: Transaction, user: Id, issue: Id): boolean {
  return (
    canSee(tx, user, issue) &&
    idsIn(tx.get(issue, 'reporter'))[0] !== user &&
    tx.get(issue, 'resolved') === null
  );
}

function hasVoted(tx: Transaction, user: Id, issue: Id): boolean {
  return idsIn(tx.get(issue, 'voters')).includes(user);
}

function setMembership(property: string, isIn: boolean): Method {
  return ({ change }, user, [entity]) => {
    const { id } = entityArgument(entity, 'the argument', ['Issue', 'Article']);
    setMember(change.tx, { entity: id, property }, { user: user.id, isIn });
    return undefined;
  };
}

function setMember(
  tx: Transaction,
  { entity, property }: { entity: Id; property: string },
  { user, isIn }: { user: Id; isIn: boolean },
): void {
  tx[isIn ? 'add' : 'delete'](entity, property, { ref: user });
}

function getTag(execution: Execution, user: EntityRef, [name, createIfNotExists]: readonly ScriptValue[]) {
  const { tx } = execution.change;
  const found = tagsNamed(tx, name).filter((tag) => canSee(tx, user.id, tag));
  const tag = found.find((one) => idsIn(tx.get(one, 'owner'))[0] === user.id) ?? found[0];
  if (tag !== undefined || createIfNotExists !== true) return entityToScript(tx, tag);
  return entityToScript(tx, createPrivateTag(tx, { user: user.id, name: textArgument(name, 'name') }));
}

/** A mail to the address in the user's profile; own changes are not told to oneself unless the third argument says so. */
function notify(execution: Execution, user: EntityRef, values: readonly ScriptValue[]): undefined {
  const [subject, body, ignoreOwn] = values;
  const fields = objectFields(subject) ?? { subject, body, ignoreNotifyOnOwnChangesSetting: ignoreOwn };
  const { tx } = execution.change;
  const email = tx.get(user.id, 'email');
  if (typeof email !== 'string' || tx.get(user.id, 'isBanned') === true) return undefined;
  if (user.id === execution.user && fields.ignoreNotifyOnOwnChangesSetting === false) return undefined;
  sendMail(execution, { to: [email], subject: plain(fields.subject), body: plain(fields.body) });
  return undefined;
}

function plain(value: ScriptValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function issueOf(value: ScriptValue | undefined): Id {
  return entityArgument(value, 'issue', ['Issue']).id;
}

function projectId(value: ScriptValue | undefined): Id | undefined {
  return isEntity(value) ? entityArgument(value, 'project', ['Project']).id : undefined;
}

function tagsNamed(tx: Transaction, name: ScriptValue | undefined): Id[] {
  return tx.find('Tag', 'name', textArgument(name, 'name'));
}
