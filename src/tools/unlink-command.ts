import { removeLinks } from '../linking/remove-links.ts';
import { succeed } from '../result.ts';
import { declareCommand } from './declare-command.ts';

/** `tracker unlink TEST-5`, on one issue or many. */
export function createUnlinkCommand() {
  return declareCommand('tracker unlink', 'Remove the link to a Tracker issue', (host, issueKey) => {
    const removed = removeLinks(host, { issueKey, remoteKey: undefined });
    if (!removed.ok) return removed;
    const { body } = removed.value;
    const [never] = 'notLinked' in body ? body.notLinked : [];
    return succeed(never && `${never} is not linked to ${issueKey}.`);
  });
}
