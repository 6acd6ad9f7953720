import { membersOfGroup } from '../../world/holdings.ts';
import { createIssue } from '../../world/issues.ts';
import { idsIn } from '../../world/values.ts';
import { entityArgument, textArgument } from '../arguments.ts';
import { findFieldOf } from '../project-fields.ts';
import { entityToScript } from '../script-values.ts';
import type { Method } from './method.ts';

export const projectMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  Project: {
    findFieldByName: ({ change }, { id }, [name]) =>
      entityToScript(change.tx, findFieldOf(change.tx, id, textArgument(name, 'name'))?.field),
    /** There are no help desk projects here: agents are the members of the team. */
    isAgent({ change: { tx } }, { id }, [user]) {
      const [team] = idsIn(tx.get(id, 'team'));
      return (
        team !== undefined && membersOfGroup(tx, team).includes(entityArgument(user, 'user', ['User']).id)
      );
    },
    newDraft({ change: { tx, sandbox } }, { id }, [reporter]) {
      const { id: by } = entityArgument(reporter, 'reporter', ['User']);
      return entityToScript(
        tx,
        createIssue(tx, { project: id, reporter: by, now: sandbox.clock.now(), summary: '', isDraft: true }),
      );
    },
  },
};
