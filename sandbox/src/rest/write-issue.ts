import type { Id } from '../world/transaction.ts';
import { acceptKeys } from './accept-keys.ts';
import { bodyText } from './body-values.ts';
import { issueAttributeNames } from './entities/issue-entity.ts';
import { targetOf } from './entities/stored-attributes.ts';
import type { WriteCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { writeCustomFields } from './write-custom-fields.ts';
import { writeTags } from './write-tags.ts';
import { writeVisibility } from './write-visibility.ts';

/** What of an issue can be set; the rest of its attributes is answered with 501. */
export const writableIssueAttributes = [
  'project',
  'summary',
  'description',
  'customFields',
  'tags',
  'visibility',
];

/** Sets what the body names of an issue or a draft of one, its project aside. @throws RestError 400, 501 */
export function writeIssue(call: WriteCall, issue: Id): void {
  const { tx, body } = call;
  acceptKeys(body, writableIssueAttributes, issueAttributeNames);
  const isDraft = tx.get(issue, 'isDraft') === true;
  const summary = bodyText(body, 'summary');
  if (summary !== undefined && !summary?.trim() && !isDraft)
    throw new RestError(400, '"summary" is required.');
  if (summary !== undefined) tx.set(issue, 'summary', summary);
  const description = bodyText(body, 'description');
  if (description !== undefined) tx.set(issue, 'description', description === '' ? null : description);
  writeCustomFields(call, issue, targetOf(tx, issue, 'project') ?? '');
  writeTags(call, issue);
  writeVisibility(call, issue, body.visibility);
}
