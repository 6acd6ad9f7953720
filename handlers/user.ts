import { scheduledFunctions } from '../src/host/run-scheduled.ts';
import { openUser as open } from '../src/host/scopes.ts';
import { serve } from '../src/host/serve.ts';
import { createLinks } from '../src/operations/create-links.ts';
import { listLinks } from '../src/operations/list-links.ts';
import { readOwnInfo } from '../src/operations/read-entity-info.ts';
import { readIdentity } from '../src/operations/read-identity.ts';
import { removeLinks } from '../src/operations/remove-links.ts';
import { showPanel } from '../src/operations/show-panel.ts';
import { writeIdentity } from '../src/operations/write-identity.ts';
import { parseCreateLinks } from '../src/protocol/parse-create-links.ts';
import { parseIdentity } from '../src/protocol/parse-identity.ts';
import { parseNothing, parseRemoveLinks } from '../src/protocol/parse-queries.ts';

const scope = 'user';
const info = serve({ open, parse: parseNothing, run: readOwnInfo });
const panel = serve({ open, parse: parseNothing, run: showPanel });
const list = serve({ open, parse: parseNothing, run: listLinks });
const create = serve({ open, parse: parseCreateLinks, run: createLinks });
const remove = serve({ open, parse: parseRemoveLinks, run: removeLinks });
const identity = serve({ open, parse: parseNothing, run: readIdentity });
const saveIdentity = serve({ open, parse: parseIdentity, run: writeIdentity });

export const httpHandler = {
  endpoints: [
    { scope, method: 'GET', path: 'info', handle: info },
    { scope, method: 'GET', path: 'panel', handle: panel },
    { scope, method: 'GET', path: 'links', handle: list },
    { scope, method: 'POST', path: 'links', handle: create },
    { scope, method: 'DELETE', path: 'links', handle: remove },
    { scope, method: 'GET', path: 'identity', handle: identity },
    { scope, method: 'POST', path: 'identity', handle: saveIdentity },
  ],
  asyncFunctions: scheduledFunctions,
};
