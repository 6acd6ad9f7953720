import { declareTool } from './declare-tool.ts';
import { listLinksOfSeveral } from './list-links-of-several.ts';
import { parseListArguments } from './parse-arguments.ts';
import { keysArgument, linksOfObject, listOfSchema, objectOf } from './tool-schemas.ts';

export function createListTool() {
  return declareTool({
    name: 'list_tracker_links',
    title: 'List Tracker links',
    description:
      'Lists the Yandex Tracker issues that YouTrack issues, articles, projects or users are linked to: who linked them, when and on which side, and whether Tracker knows of it.',
    effect: 'reads',
    input: { keys: keysArgument },
    output: objectOf({ objects: listOfSchema(linksOfObject) }),
    parse: parseListArguments,
    run: listLinksOfSeveral,
  });
}
