import { areResolved } from '../custom-fields.ts';
import type { Ref, Value } from '../transaction.ts';
import { foldCase } from '../values.ts';
import type { WorldFileIssue } from '../world-file/issues.ts';
import type { SprintsByIssue } from './load-boards.ts';
import { loadFieldValue } from './load-field-value.ts';
import { loadParts } from './load-parts.ts';
import { loadTagNames } from './load-tags.ts';
import type { LoadedProject, LoadingWorld, Path } from './loading-world.ts';

/** Issues with their fields, comments, attachments and work items; their links come after all of them. */
export function loadIssues(
  world: LoadingWorld,
  issues: readonly WorldFileIssue[] = [],
  sprints: SprintsByIssue = new Map(),
): void {
  for (const [index, issue] of issues.entries())
    loadIssue(world, issue, { path: ['issues', index], sprints: sprints.get(foldCase(issue.id)) });
  for (const [index, issue] of issues.entries()) {
    for (const [at, formerId] of (issue.formerIds ?? []).entries()) {
      const path = ['issues', index, 'formerIds', at];
      if (world.known('issue', formerId) !== undefined)
        world.problem(path, `${formerId} is the id of an issue`);
      const ref = world.known('issue', issue.id);
      if (ref !== undefined) world.name('former issue id', { name: formerId, ref, path });
    }
  }
}

interface IssuePlace {
  readonly path: Path;
  readonly sprints: readonly Ref[] | undefined;
}

function loadIssue(world: LoadingWorld, issue: WorldFileIssue, { path, sprints }: IssuePlace): void {
  const dash = issue.id.lastIndexOf('-');
  const key = issue.id.slice(0, dash);
  const project = world.projects.get(foldCase(key));
  if (project === undefined) {
    world.problem([...path, 'id'], `there is no project ${JSON.stringify(key)}`);
    return;
  }
  const { created = world.now } = issue;
  const { updated = created } = issue;
  const { values, isResolved } = loadIssueFields(world, { issue, project, path });
  const reporter = world.find('user', issue.reporter ?? 'guest', [...path, 'reporter']);
  const ref = world.create('Issue', {
    id: issue.id,
    numberInProject: Number(issue.id.slice(dash + 1)),
    project: project.ref,
    summary: issue.summary,
    description: issue.description,
    reporter,
    created,
    updated,
    updatedBy: world.find('user', issue.updatedBy, [...path, 'updatedBy']) ?? reporter,
    resolved: issue.resolved === undefined ? (isResolved ? updated : undefined) : issue.resolved,
    ...values,
    permittedUsers: world.findAll('user', issue.permittedUsers, [...path, 'permittedUsers']),
    permittedGroups: world.findAll('group', issue.permittedGroups, [...path, 'permittedGroups']),
    formerIds: issue.formerIds,
    sprints,
    tags: loadTagNames(world, { names: issue.tags, owner: reporter }),
    voters: world.findAll('user', issue.voters, [...path, 'voters']),
    watchers: world.findAll('user', issue.watchers, [...path, 'watchers']),
  });
  world.name('issue', { name: issue.id, ref, path: [...path, 'id'] });
  loadParts(world, { whole: 'issue', ref, parts: issue, created, path });
}

interface IssueFields {
  readonly values: Readonly<Record<string, Value>>;
  readonly isResolved: boolean;
}

function loadIssueFields(
  world: LoadingWorld,
  { issue, project, path }: { issue: WorldFileIssue; project: LoadedProject; path: Path },
): IssueFields {
  const values: Record<string, Value> = {};
  const states: boolean[] = [];
  for (const [name, value] of Object.entries(issue.fields ?? {})) {
    const field = project.fields.get(foldCase(name));
    const at = [...path, 'fields', name];
    if (field === undefined) {
      world.problem(at, `the project has no field ${JSON.stringify(name)}`);
      continue;
    }
    const stored = loadFieldValue(world, { field, value, path: at });
    if (stored !== undefined) values[field.property] = stored;
    if (field.kind === 'state' && typeof value === 'string')
      states.push(field.values.get(foldCase(value))?.isResolved === true);
  }
  return { values, isResolved: areResolved(states) };
}
