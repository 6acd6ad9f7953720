import { createLinks } from '../linking/create-links.ts';
import { succeed } from '../result.ts';
import { declareCommand } from './declare-command.ts';

/** `tracker link TEST-5`, on one issue or many. */
export function createLinkCommand() {
  return declareCommand('tracker link', 'Link to a Tracker issue', (host, issueKey) => {
    const created = createLinks(host, { issueKey, entityIds: undefined });
    if (!created.ok) return created;
    const [already] = created.value.body.alreadyLinked;
    return succeed(already && `${already} is already linked to ${issueKey}.`);
  });
}
