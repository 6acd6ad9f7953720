import { scheduledFunctions } from '../src/endpoints/run-scheduled.ts';
import { serve } from '../src/endpoints/serve.ts';
import { createLinks } from '../src/linking/create-links.ts';
import { listLinkedEntities } from '../src/linking/list-linked-entities.ts';
import { removeLinks } from '../src/linking/remove-links.ts';
import {
  parseCreateLinksAnywhere,
  parseInfoQuery,
  parseLinkedQuery,
  parseRemoveLinksAnywhere,
  parseSuggestQuery,
} from '../src/protocol/parse-requests.ts';
import { readInfoByKey } from '../src/showing/read-entity-info.ts';
import { suggestEntities } from '../src/showing/suggest-entities.ts';
import { openGlobal as open } from '../src/youtrack/scopes.ts';

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
