import { canSee } from '../../world/access.ts';
import { currentSprint, issuesOfSprint } from '../../world/boards.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Subject } from './scope.ts';
import { flag, reference, references, scalar } from './stored-attributes.ts';

const boardAttributes: Attributes<Subject> = {
  name: scalar('name'),
  owner: reference('author'),
  projects: references('projects'),
  sprints: ({ tx, id, show }) => tx.find('Sprint', 'agile', { ref: id }).map(show),
  currentSprint: ({ tx, id, show, sandbox }) => {
    const sprint = currentSprint(tx, id, sandbox.clock.now());
    return sprint === undefined ? null : show(sprint);
  },
  orphansAtTheTop: () => false,
  hideOrphansSwimlane: () => false,
  estimationField: () => null,
  status: ({ id }) =>
    createRestEntity(
      { $type: 'AgileStatus', id },
      { valid: () => true, hasJobs: () => false, errors: () => [] },
      undefined,
    ),
};

const sprintAttributes: Attributes<Subject> = {
  name: scalar('name'),
  goal: () => null,
  start: scalar('start'),
  finish: scalar('finish'),
  archived: flag('isArchived'),
  isDefault: () => false,
  agile: reference('agile'),
  issues: showSprintIssues,
  unresolvedIssuesCount: (subject) => unresolved(subject).length,
};

/** An agile board. Source: "Agile" of JetBrains' REST reference. */
export function showBoard(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'Agile', id: subject.id }, boardAttributes, subject);
}

/** A sprint of a board. Source: "Sprint" of JetBrains' REST reference. */
export function showSprint(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'Sprint', id: subject.id }, sprintAttributes, subject);
}

/** The issues of a sprint that the caller may see. */
export function showSprintIssues({ tx, id, user, show }: Subject): RestEntity[] {
  return issuesOfSprint(tx, id)
    .filter((issue) => canSee(tx, user, issue))
    .map(show);
}

function unresolved({ tx, id, user }: Subject): string[] {
  return issuesOfSprint(tx, id).filter(
    (issue) => canSee(tx, user, issue) && tx.get(issue, 'resolved') === null,
  );
}
