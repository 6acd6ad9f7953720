import { limits } from '../protocol/limits.ts';
import { declareTool } from './declare-tool.ts';
import { findLinkedToSeveral } from './find-linked-to-several.ts';
import { parseFindArguments } from './parse-arguments.ts';
import { issueKeysArgument, kindArgument, linkedToIssue, listOfSchema, objectOf } from './tool-schemas.ts';

export function createFindTool() {
  return declareTool({
    name: 'find_linked_objects',
    title: 'Find what is linked to Tracker issues',
    description:
      'Finds the YouTrack issues, articles, projects and users that are linked to issues of Yandex Tracker, as far as you may see them.',
    effect: 'reads',
    input: { issueKeys: issueKeysArgument(limits.issuesLookedUp), kind: kindArgument },
    optional: ['kind'],
    output: objectOf({ issues: listOfSchema(linkedToIssue) }),
    parse: parseFindArguments,
    run: findLinkedToSeveral,
  });
}
