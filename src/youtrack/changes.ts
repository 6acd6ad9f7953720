import type { Article, Changing, Issue } from '@jetbrains/youtrack-scripting-api/entities';
import { findNumber, findText, readMember } from './host-values.ts';

/** Whether a rule is to look at a change of an object: it moves to another project, or goes. */
export function isMovedOrRemoved(changing: Changing): boolean {
  return changing.becomesRemoved || isMoved(changing);
}

export function isMoved(changing: Changing): boolean {
  return !changing.isNew && !changing.becomesRemoved && changing.isChanged('project');
}

/** The key that an object had before it moved; undefined where the server does not tell. */
export function findFormerKey(changing: Issue | Article, kind: 'issue' | 'article'): string | undefined {
  const project = findText(readMember(changing.oldValue('project'), 'key'));
  const number = findNumber(changing.oldValue('numberInProject')) ?? findNumber(changing.numberInProject);
  if (project === undefined || number === undefined) return undefined;
  return kind === 'article' ? `${project}-A-${number}` : `${project}-${number}`;
}
