import type { Ref } from '../transaction.ts';
import { foldCase } from '../values.ts';
import type { WorldFileBoard } from '../world-file/boards.ts';
import type { LoadingWorld, Path } from './loading-world.ts';

/** The sprints an issue of the file is in, by its id in small letters. */
export type SprintsByIssue = ReadonlyMap<string, readonly Ref[]>;

/** Boards with their sprints; which issues are in them is kept with the issues, which come later. */
export function loadBoards(world: LoadingWorld, boards: readonly WorldFileBoard[] = []): SprintsByIssue {
  const byIssue = new Map<string, Ref[]>();
  for (const [index, board] of boards.entries())
    loadBoard(world, board, { path: ['boards', index], byIssue });
  return byIssue;
}

/** Names of issues in sprints can be held against the issues only once these are there. */
export function checkBoards(world: LoadingWorld, boards: readonly WorldFileBoard[] = []): void {
  for (const [at, { sprints = [] }] of boards.entries())
    for (const [index, { issues = [] }] of sprints.entries())
      for (const [place, id] of issues.entries())
        world.find('issue', id, ['boards', at, 'sprints', index, 'issues', place]);
}

interface BoardPlace {
  readonly path: Path;
  readonly byIssue: Map<string, Ref[]>;
}

function loadBoard(world: LoadingWorld, board: WorldFileBoard, { path, byIssue }: BoardPlace): void {
  const { name, owner = 'guest', projects = [], sprints = [], currentSprint } = board;
  const refs = projects.flatMap((key, index) => {
    const project = world.projects.get(foldCase(key));
    if (project === undefined)
      world.problem([...path, 'projects', index], `there is no project ${JSON.stringify(key)}`);
    return project === undefined ? [] : [project.ref];
  });
  const agile = world.reserve('Agile');
  let chosenSprint: Ref | undefined;
  for (const { name: sprintName, start, finish, archived, issues = [] } of sprints) {
    const ref = world.create('Sprint', { agile, name: sprintName, start, finish, isArchived: archived });
    for (const id of issues) byIssue.set(foldCase(id), [...(byIssue.get(foldCase(id)) ?? []), ref]);
    if (sprintName === currentSprint) chosenSprint = ref;
  }
  if (currentSprint !== undefined && chosenSprint === undefined)
    world.problem([...path, 'currentSprint'], `the board has no sprint ${JSON.stringify(currentSprint)}`);
  const author = world.find('user', owner, [...path, 'owner']);
  world.create('Agile', { name, author, projects: refs, chosenSprint }, agile);
}
