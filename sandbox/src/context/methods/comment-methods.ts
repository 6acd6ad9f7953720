import { canSee } from '../../world/access.ts';
import { removeEntity } from '../../world/remove-entity.ts';
import { idsIn } from '../../world/values.ts';
import { entityArgument } from '../arguments.ts';
import { addAttachment, readAttachment } from '../attachments.ts';
import type { Method } from './method.ts';

/** "Permanently deletes" (attachments, work items). */
const deleteForGood: Method = ({ change }, { id }) => {
  removeEntity(change.tx, id);
  return undefined;
};

export const commentMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  IssueComment: {
    addAttachment(execution, comment, values) {
      const [issue] = idsIn(execution.change.tx.get(comment.id, 'issue'));
      const place = {
        type: 'IssueAttachment',
        comment: comment.id,
        ...(issue === undefined ? {} : { issue }),
      } as const;
      return addAttachment(execution, readAttachment(execution, values), place);
    },
    /** Only marked as deleted: it can be restored in the user interface. */
    delete({ change }, { id }) {
      change.tx.set(id, 'deleted', true);
      return undefined;
    },
    isVisibleTo: ({ change }, { id }, [user]) =>
      canSee(change.tx, entityArgument(user, 'user', ['User']).id, id),
  },
  IssueAttachment: { delete: deleteForGood },
  IssueWorkItem: { delete: deleteForGood },
};
