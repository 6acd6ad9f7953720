/** An advisory, as `npm audit --json` has it. */
export interface Advisory {
  readonly name: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
}

export interface AuditReport {
  readonly vulnerabilities: Readonly<Record<string, { readonly via: readonly (string | Advisory)[] }>>;
}

export type AuditAnswer =
  | { readonly asked: false; readonly reason: string }
  | { readonly asked: true; readonly report: AuditReport };

/** What `npm audit` knows of the lock file of a folder. */
export function askAudit(root: string): Promise<AuditAnswer>;

/** Advisories nobody has explained, and explanations of what is not there, as sentences. */
export function judgeAudit(
  report: AuditReport,
  exceptions: readonly { readonly advisory: string; readonly reason: string }[],
  bundled: readonly string[],
): readonly string[];
