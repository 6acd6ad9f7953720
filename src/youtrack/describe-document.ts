import type { Issue } from '@jetbrains/youtrack-scripting-api/entities';
import type { EntityFacts } from '../ports/youtrack.ts';
import { findNumber, findText } from './host-values.ts';

/** What issues and articles alike say of themselves. */
export function describeDocument({ summary, updated }: Pick<Issue, 'summary' | 'updated'>): EntityFacts {
  const updatedAt = findNumber(updated);
  return { ...summarize(summary), ...(updatedAt !== undefined && { updatedAt }) };
}

/** A name in place of a summary; nothing where there is none. */
export function summarize(value: unknown): EntityFacts {
  const summary = findText(value);
  return summary === undefined ? {} : { summary };
}
