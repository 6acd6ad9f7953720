import type { AppliedAnswer, DifferencesAnswer } from '../../../src/mirroring/reconcile-answer.ts';
import type { ReconcileRequest } from '../../../src/protocol/parse-reconcile.ts';
import type { AppClient } from '../../shared/host/create-client.ts';
import type { Outcome } from '../../shared/host/failure.ts';

/** What is compared: everything where neither is given. */
export interface ReconcileScope {
  readonly project?: string;
  readonly queue?: string;
}

/** The endpoints that compare links with Tracker, step by step, and settle one difference at a time. */
export interface ReconcileApi {
  look(scope: ReconcileScope, after: string | undefined): Promise<Outcome<DifferencesAnswer>>;
  apply(request: ReconcileRequest): Promise<Outcome<AppliedAnswer>>;
}

export function createReconcileApi(client: AppClient): ReconcileApi {
  return {
    look: (scope, after) =>
      client.call({ endpoint: 'admin/reconcile', scope: 'global', query: { ...scope, after } }),
    apply: (body) =>
      client.call({ endpoint: 'admin/reconcile/apply', scope: 'global', method: 'POST', body }),
  };
}
