import type { Execution } from '../../ports/execution.ts';
import { canSee } from '../../world/access.ts';
import { fieldsOf, setField } from '../../world/custom-fields.ts';
import { findLinkEnd, linkIssues } from '../../world/issue-links.ts';
import { createIssue } from '../../world/issues.ts';
import type { Id, Value } from '../../world/transaction.ts';
import { idsIn } from '../../world/values.ts';
import { createWorkItem } from '../../world/work-items.ts';
import { entityArgument, textArgument } from '../arguments.ts';
import { addAttachment, readAttachment } from '../attachments.ts';
import { entityToScript, objectFields, type ScriptValue } from '../script-values.ts';
import type { Method } from './method.ts';
import { addTag, hasTag, removeTag } from './tagging.ts';

/** The text and author of a comment, or one object with both. */
const addComment: Method = (execution, { id }, [text, author]) => {
  const { tx, sandbox } = execution.change;
  const fields = objectFields(text) ?? { text: text ?? null, author: author ?? null };
  const by =
    fields.author === null || fields.author === undefined
      ? execution.user
      : entityArgument(fields.author, 'author', ['User']).id;
  const now = sandbox.clock.now();
  const comment = tx.create('IssueComment', {
    issue: { ref: id },
    author: { ref: by },
    text: textArgument(fields.text, 'the text of a comment'),
    created: now,
    updated: now,
  });
  return entityToScript(tx, comment);
};

const addWorkItem: Method = (execution, { id }, [description, date, author, duration, type]) => {
  const { tx, sandbox } = execution.change;
  const fields = objectFields(description) ?? { description, date, author, duration, type };
  const workItem = createWorkItem(tx, {
    issue: id,
    author: fields.author ? entityArgument(fields.author, 'author', ['User']).id : execution.user,
    creator: execution.user,
    minutes: typeof fields.duration === 'number' ? fields.duration : 0,
    date: typeof fields.date === 'number' ? fields.date : sandbox.clock.now(),
    now: sandbox.clock.now(),
    text: fields.description ? textArgument(fields.description, 'description') : undefined,
    type: fields.type ? entityArgument(fields.type, 'type', ['WorkItemType']).id : undefined,
  });
  return entityToScript(tx, workItem);
};

/** Makes an issue with the same texts and field values in the same or another project. */
function copy(execution: Execution, { id }: { readonly id: Id }, [project]: readonly ScriptValue[]) {
  const { tx, sandbox } = execution.change;
  const [own] = idsIn(tx.get(id, 'project'));
  const target =
    project === null || project === undefined ? own : entityArgument(project, 'project', ['Project']).id;
  if (target === undefined) throw new Error('The issue has no project');
  const [reporter] = idsIn(tx.get(id, 'reporter'));
  const made = createIssue(tx, {
    project: target,
    reporter: reporter ?? execution.user,
    now: sandbox.clock.now(),
    summary: String(tx.get(id, 'summary') ?? ''),
    description: String(tx.get(id, 'description') ?? ''),
  });
  copyFields(execution, { from: id, to: made, project: target, isSameProject: target === own });
  const end = findLinkEnd(tx, 'relates to');
  if (end !== undefined && target !== own) linkIssues(tx, { issue: made, end, other: id });
  return entityToScript(tx, made);
}

interface CopyPlace {
  readonly from: Id;
  readonly to: Id;
  readonly project: Id;
  readonly isSameProject: boolean;
}

function copyFields(
  { change: { tx, sandbox } }: Execution,
  { from, to, project, isSameProject }: CopyPlace,
): void {
  if (!isSameProject) return;
  for (const field of fieldsOf(tx, project)) {
    const value: Value = tx.get(from, `field:${String(tx.get(field, 'name'))}`);
    if (value !== null) setField(tx, { issue: to, field, value, now: sandbox.clock.now() });
  }
}

function setDefaultFieldValues({ change }: Execution, { id }: { readonly id: Id }) {
  const { tx, sandbox } = change;
  const [project] = idsIn(tx.get(id, 'project'));
  for (const field of project === undefined ? [] : fieldsOf(tx, project)) {
    const property = tx.get(field, 'fieldKind') === 'user' ? 'defaultUsers' : 'defaultValues';
    const defaults = idsIn(tx.get(field, property)).map((ref) => ({ ref }));
    const isEmpty = tx.get(id, `field:${String(tx.get(field, 'name'))}`) === null;
    const value = tx.get(field, 'multi') === true ? defaults : defaults[0];
    if (isEmpty && value !== undefined && defaults.length > 0)
      setField(tx, { issue: id, field, value, now: sandbox.clock.now() });
  }
  return undefined;
}

function setTag(
  { change: { tx } }: Execution,
  issue: Id,
  { tag, isOn }: { tag: ScriptValue | undefined; isOn: boolean },
) {
  const { id } = entityArgument(tag, 'tag', ['Tag']);
  tx[isOn ? 'add' : 'delete'](issue, 'tags', { ref: id });
  return undefined;
}

export const issueMethods: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
  Issue: {
    addTag,
    hasTag,
    removeTag,
    addAttachment: (execution, issue, values) =>
      addAttachment(execution, readAttachment(execution, values), {
        type: 'IssueAttachment',
        issue: issue.id,
      }),
    addComment,
    addWorkItem,
    applyCommand(execution, issue, [command, runAs]) {
      const user =
        runAs === null || runAs === undefined ? execution.user : entityArgument(runAs, 'runAs', ['User']).id;
      execution.change.applyCommand({ issue: issue.id, user, command: textArgument(command, 'command') });
      return undefined;
    },
    clearAttachments({ change }, { id }) {
      change.tx.empty({ type: 'IssueAttachment', where: { issue: { ref: id } } });
      return undefined;
    },
    copy,
    isVisibleTo: ({ change }, { id }, [user]) =>
      canSee(change.tx, entityArgument(user, 'user', ['User']).id, id),
    setDefaultFieldValues,
    tag: (execution, { id }, [tag]) => setTag(execution, id, { tag, isOn: true }),
    untag: (execution, { id }, [tag]) => setTag(execution, id, { tag, isOn: false }),
  },
};
