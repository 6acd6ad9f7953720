import type { ResolvedRequirement } from '../api/context.ts';
import type { EntryModule } from '../realm/script-module.ts';
import type { Id, Transaction } from '../world/transaction.ts';

export interface ResolvedRequirements {
  readonly resolved: Readonly<Record<string, ResolvedRequirement>>;
  /** What is missing, one sentence each; the script is inactive while there is any. */
  readonly problems: readonly string[];
}

export function resolveRequirements(
  _tx: Transaction,
  { script }: { readonly script: EntryModule; readonly project: Id | undefined },
): ResolvedRequirements {
  if (script.requirements.length === 0) return nothingRequired;
  return nothingRequired;
}

const nothingRequired: ResolvedRequirements = { resolved: {}, problems: [] };
