import type { Id, Transaction } from '../../world/transaction.ts';
import type { Viewer } from '../viewer.ts';
import type { IssueView } from '../views.ts';
import { numberOf, targetOf, textOf } from './properties.ts';
import { readFields } from './read-fields.ts';
import { readLinks } from './read-links.ts';
import { readComments, readTags } from './read-parts.ts';
import { readPerson } from './read-person.ts';
import { readProject } from './read-project.ts';

/** An issue that the viewer may see, as its page shows it. */
export function readIssue(tx: Transaction, viewer: Viewer, id: Id): IssueView {
  const project = readProject(tx, targetOf(tx, id, 'project') ?? '');
  return {
    id,
    key: textOf(tx, id, 'id'),
    summary: textOf(tx, id, 'summary'),
    description: textOf(tx, id, 'description'),
    project,
    reporter: readPerson(tx, targetOf(tx, id, 'reporter')),
    created: numberOf(tx, id, 'created'),
    updated: numberOf(tx, id, 'updated'),
    isResolved: tx.get(id, 'resolved') !== null,
    fields: readFields(tx, id, project.id),
    tags: readTags(tx, viewer, id),
    links: readLinks(tx, viewer, id),
    comments: readComments(tx, viewer, id),
  };
}
