import { createOwnLinks } from '../linking/create-links.ts';
import { limits } from '../protocol/limits.ts';
import { declareTool } from './declare-tool.ts';
import { parseLinksArguments } from './parse-arguments.ts';
import { issueKeysArgument, keysArgument, listOfSchema, objectOf, outcomeOf } from './tool-schemas.ts';

export function createAddTool() {
  return declareTool({
    name: 'add_tracker_links',
    title: 'Link to Tracker issues',
    description:
      'Links each of these YouTrack objects to each of these Yandex Tracker issues, all or none. What is linked already stays as it is. At most 100 links in one call.',
    effect: 'adds',
    input: { issueKeys: issueKeysArgument(limits.entityIds), keys: keysArgument },
    output: objectOf({ created: listOfSchema(outcomeOf('linked', 'alreadyLinked')) }),
    parse: parseLinksArguments,
    run: createOwnLinks,
  });
}
