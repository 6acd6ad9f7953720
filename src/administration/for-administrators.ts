import type { Host } from '../ports/youtrack.ts';
import { fieldProblem } from '../protocol/field-problem.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { fail, type Result } from '../result.ts';

const permission = 'ADMIN_UPDATE_APP';

/**
 * An operation that only those who administer apps may run. Checked here and not by the endpoints' `permissions`, so that the
 * refusal looks like all others and fits into an envelope.
 * Refused as `forbidden` without ADMIN_UPDATE_APP, else as the operation itself is (the operations under `admin` of
 * docs/openapi.yaml).
 */
export function forAdministrators<H, Q, T>(
  run: (host: H, request: Q) => Result<Reply<T>, Refusal>,
): (host: H & Pick<Host, 'caller'>, request: Q) => Result<Reply<T>, Refusal> {
  return (host, request) => {
    if (host.caller.holds(permission)) return run(host, request);
    const problem = fieldProblem('caller', `the permission ${permission}`, host.caller.login);
    return fail(refuse('not_administrator', [problem]));
  };
}
