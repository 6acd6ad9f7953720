import { liveLinks } from '../links/link-set.ts';
import type { OwnHost } from '../ports/youtrack.ts';
import type { LinksAnswer } from '../protocol/answers.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readStoredLinks } from '../writing/read-links.ts';
import { openLinkViews } from './to-link-view.ts';

/** The links of the object in the address (`listIssueLinks` of docs/openapi.yaml). Refused as `not_found`, and as `conflict` where they cannot be read. */
export function listLinks({
  own,
  settings,
}: Pick<OwnHost, 'own' | 'settings'>): Result<Reply<LinksAnswer>, Refusal> {
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const stored = readStoredLinks(own, 'key');
  if (!stored.ok) return stored;
  const { toView, owed } = openLinkViews(own, settings);
  return succeed({
    status: 200,
    body: { key: own.key, links: liveLinks(stored.value).map(toView), ...owed },
  });
}
