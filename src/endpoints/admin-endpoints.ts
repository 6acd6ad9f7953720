import { auditStoredLinks } from '../administration/audit-stored-links.ts';
import { checkConnection } from '../administration/check-connection.ts';
import { checkStatus } from '../administration/check-status.ts';
import { dateLetter } from '../administration/date-letter.ts';
import { findProjectSamples } from '../administration/find-project-samples.ts';
import { forAdministrators } from '../administration/for-administrators.ts';
import { listAllLinks } from '../administration/list-all-links.ts';
import { parseAllLinksQuery } from '../administration/parse-all-links-query.ts';
import {
  parseAuditQuery,
  parseLetterDate,
  parseRegistrationQuery,
  parseSamplesQuery,
} from '../administration/parse-page-queries.ts';
import { prepareRegistration } from '../administration/prepare-registration.ts';
import { dropOwed, listOwed, retryOwed } from '../mirroring/administer-owed.ts';
import { applyDifference } from '../mirroring/apply-difference.ts';
import { listDifferences } from '../mirroring/list-differences.ts';
import { parseNothing } from '../protocol/parse-envelope.ts';
import { parseDetailsQuery, parseOwedFilter, parseOwedQuery } from '../protocol/parse-mirroring.ts';
import { parseReconcileQuery, parseReconcileRequest } from '../protocol/parse-reconcile.ts';
import { openHost } from '../youtrack/open-host.ts';
import { openTrackerHost } from './open-tracker-host.ts';
import { serveIn } from './serve.ts';

const serve = serveIn('global', openHost);
const serveWithTracker = serveIn('global', openTrackerHost);

/** What the administration page needs; for those who administer apps alone. */
export const adminEndpoints = [
  serve({
    method: 'GET',
    path: 'registration',
    parse: parseRegistrationQuery,
    run: forAdministrators(prepareRegistration),
  }),
  serve({
    method: 'POST',
    path: 'registration',
    parse: parseLetterDate,
    run: forAdministrators(dateLetter),
  }),
  serve({
    method: 'GET',
    path: 'samples',
    parse: parseSamplesQuery,
    run: forAdministrators(findProjectSamples),
  }),
  serve({ method: 'GET', path: 'status', parse: parseNothing, run: forAdministrators(checkStatus) }),
  serveWithTracker({
    method: 'GET',
    path: 'connection',
    parse: parseDetailsQuery,
    run: forAdministrators(checkConnection),
  }),
  serve({ method: 'GET', path: 'links', parse: parseAllLinksQuery, run: forAdministrators(listAllLinks) }),
  serve({ method: 'GET', path: 'audit', parse: parseAuditQuery, run: forAdministrators(auditStoredLinks) }),
  serve({ method: 'GET', path: 'owed', parse: parseOwedQuery, run: forAdministrators(listOwed) }),
  serve({ method: 'POST', path: 'owed/retry', parse: parseOwedFilter, run: forAdministrators(retryOwed) }),
  serve({ method: 'POST', path: 'owed/drop', parse: parseOwedFilter, run: forAdministrators(dropOwed) }),
  serveWithTracker({
    method: 'GET',
    path: 'reconcile',
    parse: parseReconcileQuery,
    run: forAdministrators(listDifferences),
  }),
  serveWithTracker({
    method: 'POST',
    path: 'reconcile/apply',
    parse: parseReconcileRequest,
    run: forAdministrators(applyDifference),
  }),
];
