import { scheduledFunctions } from '../src/host/run-scheduled.ts';
import { openArticle as open } from '../src/host/scopes.ts';
import { serve } from '../src/host/serve.ts';
import { createLinks } from '../src/operations/create-links.ts';
import { listLinks } from '../src/operations/list-links.ts';
import { readOwnInfo } from '../src/operations/read-entity-info.ts';
import { removeLinks } from '../src/operations/remove-links.ts';
import { showPanel } from '../src/operations/show-panel.ts';
import { parseCreateLinks } from '../src/protocol/parse-create-links.ts';
import { parseNothing, parseRemoveLinks } from '../src/protocol/parse-queries.ts';

const scope = 'article';
const info = serve({ open, parse: parseNothing, run: readOwnInfo });
const panel = serve({ open, parse: parseNothing, run: showPanel });
const list = serve({ open, parse: parseNothing, run: listLinks });
const create = serve({ open, parse: parseCreateLinks, run: createLinks });
const remove = serve({ open, parse: parseRemoveLinks, run: removeLinks });

export const httpHandler = {
  endpoints: [
    { scope, method: 'GET', path: 'info', handle: info },
    { scope, method: 'GET', path: 'panel', handle: panel },
    { scope, method: 'GET', path: 'links', handle: list },
    { scope, method: 'POST', path: 'links', handle: create },
    { scope, method: 'DELETE', path: 'links', handle: remove },
  ],
  asyncFunctions: scheduledFunctions,
};
