import type { RequirementDescription } from '../api/requirements.ts';
import { findIssueForScript } from '../context/find-issue.ts';
import { findGroup, findProject, findUser } from '../world/lookup.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import { foldCase } from '../world/values.ts';

type Find = (tx: Transaction, requirement: RequirementDescription) => Id | undefined;

const finders: Readonly<Record<string, Find>> = {
  User: (tx, { name }) => findUser(tx, name),
  UserGroup: (tx, { name }) => findGroup(tx, name),
  Project: (tx, { name }) => tx.find('Project', 'name', name)[0] ?? findProject(tx, name),
  Issue: (tx, { name }) => findIssueForScript(tx, name),
  Tag: (tx, { name }) => tx.find('Tag', 'name', name)[0],
  IssueTag: (tx, { name }) => tx.find('Tag', 'name', name)[0],
  SavedQuery: (tx, { name }) => tx.find('SavedQuery', 'name', name)[0],
  IssueLinkPrototype: findLinkType,
};

/** The entity a system-wide requirement names, of the types the reference lists. */
export function findRequiredEntity(tx: Transaction, requirement: RequirementDescription): Id | undefined {
  return finders[requirement.type]?.(tx, requirement);
}

/**
 * A link type by its outward and inward names, either way round as JetBrains' own workflows write them; without an inward
 * one they are the same.
 */
function findLinkType(tx: Transaction, { name, outward, inward }: RequirementDescription): Id | undefined {
  if (outward === undefined) return tx.find('IssueLinkPrototype', 'name', name)[0];
  const other = inward ?? outward;
  return withEnds(tx, outward, other) ?? withEnds(tx, other, outward);
}

function withEnds(tx: Transaction, outward: string, inward: string): Id | undefined {
  return tx
    .find('IssueLinkPrototype', 'outward', outward)
    .find((id) => foldCase(String(tx.get(id, 'inward') ?? outward)) === foldCase(inward));
}
