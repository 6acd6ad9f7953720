import { openLinkViews } from '../linking/to-link-view.ts';
import { compareKeys } from '../links/link-set.ts';
import type { OwnHost } from '../ports/youtrack.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { unknownObject } from '../protocol/unknown-object.ts';
import { fail, type Result, succeed } from '../result.ts';
import { namePeople } from './name-people.ts';
import type { PanelAnswer } from './panel-answer.ts';
import { readLiveLinks } from './read-live-links.ts';

/**
 * Everything a panel of the object in the address shows (`showIssuePanel` and its kind of docs/openapi.yaml). A value that cannot
 * be read is told, not refused. Refused as `not_found`.
 */
export function showPanel(host: OwnHost): Result<Reply<PanelAnswer>, Refusal> {
  const { own, settings } = host;
  if (!own.isVisible()) return fail(refuse('not_found', [unknownObject('key')]));
  const { live, problem } = readLiveLinks(own);
  const { toView, owed } = openLinkViews(own, settings);
  const newestFirst = [...live].sort(
    (one, other) => other.added.at - one.added.at || compareKeys(one.issueKey, other.issueKey),
  );
  return succeed({
    status: 200,
    body: {
      kind: own.kind,
      key: own.key,
      mayEdit: own.mayChangeLinks(),
      trackerUrl: settings.trackerSite,
      links: newestFirst.map(toView),
      ...owed,
      people: namePeople(
        host,
        newestFirst.map(({ added }) => added.by),
      ),
      ...(problem && { unreadable: true }),
    },
  });
}
