import { removeSeveralLinks } from '../linking/remove-links.ts';
import { limits } from '../protocol/limits.ts';
import { declareTool } from './declare-tool.ts';
import { parseLinksArguments } from './parse-arguments.ts';
import { issueKeysArgument, keysArgument, listOfSchema, objectOf, outcomeOf } from './tool-schemas.ts';

export function createRemoveTool() {
  return declareTool({
    name: 'remove_tracker_links',
    title: 'Remove links to Tracker issues',
    description:
      'Removes the link between each of these YouTrack objects and each of these Yandex Tracker issues, all or none. What is not linked stays as it is. At most 100 links in one call.',
    effect: 'removes',
    input: { issueKeys: issueKeysArgument(limits.entityIds), keys: keysArgument },
    output: objectOf({ removed: listOfSchema(outcomeOf('removed', 'notLinked', 'scheduled')) }),
    parse: parseLinksArguments,
    run: removeSeveralLinks,
  });
}
