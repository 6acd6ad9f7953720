import { canSee } from '../../world/access.ts';
import { findLinkEnd, type LinkEnd, linkEnds, linkedIssues } from '../../world/issue-links.ts';
import { type Attributes, createRestEntity, type RestEntity } from './present.ts';
import type { Scope, Subject } from './scope.ts';
import { flag, scalar } from './stored-attributes.ts';

type LinkSubject = Subject & { end: LinkEnd };

const attributes: Attributes<LinkSubject> = {
  direction: ({ end }) => end.direction.toUpperCase(),
  linkType: ({ show, end }) => show(end.prototype),
  issues: showLinkedIssues,
  trimmedIssues: showLinkedIssues,
  issuesSize: (subject) => linkedIssues(subject.tx, subject.id, subject.end).length,
  unresolvedIssuesSize: ({ tx, id, end }) =>
    linkedIssues(tx, id, end).filter((issue) => tx.get(issue, 'resolved') === null).length,
};

const typeAttributes: Attributes<Subject> = {
  name: scalar('name'),
  localizedName: () => null,
  sourceToTarget: scalar('outward'),
  localizedSourceToTarget: () => null,
  targetToSource: ({ tx, id }) => String(tx.get(id, 'inward') ?? ''),
  localizedTargetToSource: () => null,
  directed: flag('directed'),
  aggregation: ({ tx, id }) => tx.get(id, 'name') === 'Subtask',
  readOnly: () => false,
};

/** All links of an issue, one entry for each end of each link type. Source: "IssueLink" of JetBrains' REST reference. */
export function showLinks(subject: Subject): RestEntity[] {
  return linkEnds(subject.tx).map((end) => showEnd(subject, end));
}

/** The links of an issue under one name (`parent for`), null when there is no such link type. */
export function showLink(subject: Subject, name: string): RestEntity | null {
  const end = findLinkEnd(subject.tx, name);
  return end === undefined ? null : showEnd(subject, end);
}

/** The end of a link type by its REST id: the type's id, with `s` for outward and `t` for inward. */
export function findLinkById({ tx }: Pick<Scope, 'tx'>, id: string): LinkEnd | undefined {
  return linkEnds(tx).find((end) => linkId(end) === id);
}

/** A type of links. Source: "IssueLinkType" of JetBrains' REST reference. */
export function showLinkType(subject: Subject): RestEntity {
  return createRestEntity({ $type: 'IssueLinkType', id: subject.id }, typeAttributes, subject);
}

/** The links of an issue under one end. */
export function showEnd(subject: Subject, end: LinkEnd): RestEntity {
  return createRestEntity({ $type: 'IssueLink', id: linkId(end) }, attributes, { ...subject, end });
}

function showLinkedIssues({ tx, user, id, end, show }: LinkSubject): RestEntity[] {
  return linkedIssues(tx, id, end)
    .filter((issue) => canSee(tx, user, issue))
    .map(show);
}

function linkId({ prototype, direction }: LinkEnd): string {
  return `${prototype}${{ outward: 's', inward: 't', both: '' }[direction]}`;
}
