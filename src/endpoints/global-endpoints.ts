import { createLinks } from '../linking/create-links.ts';
import { listLinkedEntities } from '../linking/list-linked-entities.ts';
import { removeLinks } from '../linking/remove-links.ts';
import { setLinks } from '../linking/set-links.ts';
import {
  parseCreateLinksAnywhere,
  parseLinkedQuery,
  parseRemoveLinksAnywhere,
  parseSetLinks,
} from '../protocol/parse-link-requests.ts';
import { parseInfoQuery, parseSuggestQuery } from '../protocol/parse-requests.ts';
import { readInfoByKey } from '../showing/read-entity-info.ts';
import { suggestEntities } from '../showing/suggest-entities.ts';
import { openHost } from '../youtrack/open-host.ts';
import { serveIn } from './serve.ts';

const serve = serveIn('global', openHost);

/** The addresses that name no object: the request does. */
export const globalEndpoints = [
  serve({ method: 'GET', path: 'info', parse: parseInfoQuery, run: readInfoByKey }),
  serve({ method: 'GET', path: 'links', parse: parseLinkedQuery, run: listLinkedEntities }),
  serve({ method: 'POST', path: 'links', parse: parseCreateLinksAnywhere, run: createLinks }),
  serve({ method: 'PUT', path: 'links', parse: parseSetLinks, run: setLinks }),
  serve({ method: 'DELETE', path: 'links', parse: parseRemoveLinksAnywhere, run: removeLinks }),
  serve({ method: 'GET', path: 'suggest', parse: parseSuggestQuery, run: suggestEntities }),
];
