import { auditStoredLinks } from '../src/administration/audit-stored-links.ts';
import { checkStatus } from '../src/administration/check-status.ts';
import { forAdministrators } from '../src/administration/for-administrators.ts';
import { listAllLinks } from '../src/administration/list-all-links.ts';
import { parseAllLinksQuery } from '../src/administration/parse-all-links-query.ts';
import { parseAuditQuery, parseRegistrationQuery } from '../src/administration/parse-page-queries.ts';
import { prepareRegistration } from '../src/administration/prepare-registration.ts';
import { serve } from '../src/endpoints/serve.ts';
import { parseNothing } from '../src/protocol/parse-requests.ts';
import { openAdmin as open } from '../src/youtrack/create-admin-host.ts';

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
