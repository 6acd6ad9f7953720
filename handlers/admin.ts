import { openAdmin as open } from '../src/host/create-admin-host.ts';
import { serve } from '../src/host/serve.ts';
import { auditStoredLinks } from '../src/operations/audit-stored-links.ts';
import { checkStatus } from '../src/operations/check-status.ts';
import { forAdministrators } from '../src/operations/for-administrators.ts';
import { listAllLinks } from '../src/operations/list-all-links.ts';
import { prepareRegistration } from '../src/operations/prepare-registration.ts';
import { parseAllLinksQuery } from '../src/protocol/parse-all-links-query.ts';
import { parseAuditQuery, parseRegistrationQuery } from '../src/protocol/parse-page-queries.ts';
import { parseNothing } from '../src/protocol/parse-queries.ts';

const scope = 'global';
const registration = serve({
  open,
  parse: parseRegistrationQuery,
  run: forAdministrators(prepareRegistration),
});
const status = serve({ open, parse: parseNothing, run: forAdministrators(checkStatus) });
const links = serve({ open, parse: parseAllLinksQuery, run: forAdministrators(listAllLinks) });
const audit = serve({ open, parse: parseAuditQuery, run: forAdministrators(auditStoredLinks) });

export const httpHandler = {
  endpoints: [
    { scope, method: 'GET', path: 'registration', handle: registration },
    { scope, method: 'GET', path: 'status', handle: status },
    { scope, method: 'GET', path: 'links', handle: links },
    { scope, method: 'GET', path: 'audit', handle: audit },
  ],
};
