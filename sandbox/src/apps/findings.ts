import { BadPackageError } from './bad-package-error.ts';

/** What looking through a package brings to light: what keeps it out, and what its log is to say. */
export interface Findings {
  /** One sentence each; a package with any of them is not imported. */
  readonly problems: string[];
  /** One sentence each: what no source says a server refuses, and what becomes of it here. */
  readonly warnings: string[];
}

export function startFindings(): Findings {
  return { problems: [], warnings: [] };
}

/** @throws BadPackageError that says all problems at once */
export function refuseProblems({ problems }: Findings): void {
  if (problems.length > 0) throw new BadPackageError(problems.join(' '));
}
