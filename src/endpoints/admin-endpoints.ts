import { auditStoredLinks } from '../administration/audit-stored-links.ts';
import { forAdministrators } from '../administration/for-administrators.ts';
import { forgetStoredLinks } from '../administration/forget-stored-links.ts';
import { listAllLinks } from '../administration/list-all-links.ts';
import { parseAllLinksQuery } from '../administration/parse-all-links-query.ts';
import { parseAuditQuery, parseForget } from '../administration/parse-audit.ts';
import { checkConnection, type TrackerHost } from '../checks/check-connection.ts';
import { checkStatus } from '../checks/check-status.ts';
import { findProjectSamples } from '../checks/find-project-samples.ts';
import { parseSamplesQuery } from '../checks/parse-samples-query.ts';
import type { Host } from '../ports/youtrack.ts';
import {
  type OwedFilter,
  parseDetailsQuery,
  parseOwedFilter,
  parseOwedQuery,
} from '../protocol/parse-mirroring.ts';
import { parseNothing } from '../protocol/parse-nothing.ts';
import {
  parseReconcileQuery,
  parseReconcileRequest,
  type ReconcileQuery,
  type ReconcileRequest,
} from '../protocol/parse-reconcile.ts';
import type { Paging } from '../protocol/read-paging.ts';
import { keepLetter } from '../registration/keep-letter.ts';
import { parseLetterChange, parseRegistrationQuery } from '../registration/parse-registration.ts';
import { prepareRegistration } from '../registration/prepare-registration.ts';
import {
  type ExportQuery,
  type ImportRequest,
  parseExportQuery,
  parseImport,
} from '../transfer/parse-transfer.ts';
import { openHost } from '../youtrack/open-host.ts';
import { openTrackerHost } from './open-tracker-host.ts';
import { serveIn } from './serve.ts';

declare function require(
  path: '../transfer/export-objects.ts',
): typeof import('../transfer/export-objects.ts');
declare function require(
  path: '../transfer/import-objects.ts',
): typeof import('../transfer/import-objects.ts');
declare function require(
  path: '../mirroring/administer-owed.ts',
): typeof import('../mirroring/administer-owed.ts');
declare function require(
  path: '../mirroring/apply-difference.ts',
): typeof import('../mirroring/apply-difference.ts');
declare function require(
  path: '../mirroring/list-differences.ts',
): typeof import('../mirroring/list-differences.ts');

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
    parse: parseLetterChange,
    run: forAdministrators(keepLetter),
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
  serve({
    method: 'POST',
    path: 'audit/forget',
    parse: parseForget,
    run: forAdministrators(forgetStoredLinks),
  }),
  serve({
    method: 'GET',
    path: 'owed',
    parse: parseOwedQuery,
    run: forAdministrators((host: Host, request: Paging) =>
      require('../mirroring/administer-owed.ts').listOwed(host, request),
    ),
  }),
  serve({
    method: 'POST',
    path: 'owed/retry',
    parse: parseOwedFilter,
    run: forAdministrators((host: Host, request: OwedFilter) =>
      require('../mirroring/administer-owed.ts').retryOwed(host, request),
    ),
  }),
  serve({
    method: 'POST',
    path: 'owed/drop',
    parse: parseOwedFilter,
    run: forAdministrators((host: Host, request: OwedFilter) =>
      require('../mirroring/administer-owed.ts').dropOwed(host, request),
    ),
  }),
  serve({
    method: 'GET',
    path: 'export',
    parse: parseExportQuery,
    run: forAdministrators((host: Host, request: ExportQuery) =>
      require('../transfer/export-objects.ts').exportObjects(host, request),
    ),
  }),
  serve({
    method: 'POST',
    path: 'import',
    parse: parseImport,
    run: forAdministrators((host: Host, request: ImportRequest) =>
      require('../transfer/import-objects.ts').importObjects(host, request),
    ),
  }),
  serveWithTracker({
    method: 'GET',
    path: 'reconcile',
    parse: parseReconcileQuery,
    run: forAdministrators((host: TrackerHost, query: ReconcileQuery) =>
      require('../mirroring/list-differences.ts').listDifferences(host, query),
    ),
  }),
  serveWithTracker({
    method: 'POST',
    path: 'reconcile/apply',
    parse: parseReconcileRequest,
    run: forAdministrators((host: TrackerHost, request: ReconcileRequest) =>
      require('../mirroring/apply-difference.ts').applyDifference(host, request),
    ),
  }),
];
