import { scheduledFunctions } from '../src/host/run-scheduled.ts';
import { openGlobal as open } from '../src/host/scopes.ts';
import { serve } from '../src/host/serve.ts';
import { createLinks } from '../src/operations/create-links.ts';
import { listLinkedEntities } from '../src/operations/list-linked-entities.ts';
import { readInfoByKey } from '../src/operations/read-entity-info.ts';
import { removeLinks } from '../src/operations/remove-links.ts';
import { suggestEntities } from '../src/operations/suggest-entities.ts';
import { parseCreateLinksAnywhere } from '../src/protocol/parse-create-links.ts';
import {
  parseInfoQuery,
  parseLinkedQuery,
  parseRemoveLinksAnywhere,
  parseSuggestQuery,
} from '../src/protocol/parse-queries.ts';

const scope = 'global';
const info = serve({ open, parse: parseInfoQuery, run: readInfoByKey });
const list = serve({ open, parse: parseLinkedQuery, run: listLinkedEntities });
const create = serve({ open, parse: parseCreateLinksAnywhere, run: createLinks });
const remove = serve({ open, parse: parseRemoveLinksAnywhere, run: removeLinks });
const suggest = serve({ open, parse: parseSuggestQuery, run: suggestEntities });

export const httpHandler = {
  endpoints: [
    { scope, method: 'GET', path: 'info', handle: info },
    { scope, method: 'GET', path: 'links', handle: list },
    { scope, method: 'POST', path: 'links', handle: create },
    { scope, method: 'DELETE', path: 'links', handle: remove },
    { scope, method: 'GET', path: 'suggest', handle: suggest },
  ],
  asyncFunctions: scheduledFunctions,
};
