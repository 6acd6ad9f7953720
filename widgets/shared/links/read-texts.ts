import type { EntityKind } from '../../../src/protocol/entity-key.ts';
import { inTime } from '../host/in-time.ts';
import type { WidgetHost } from '../host/youtrack-app.ts';

interface TextsOptions {
  readonly host: Pick<WidgetHost, 'fetchYouTrack'>;
  readonly kind: EntityKind;
  readonly key: string;
}

/** The REST resource that has an object's texts, and their names there. */
const places: { readonly [Kind in EntityKind]?: { readonly folder: string; readonly fields: string } } = {
  issue: { folder: 'issues', fields: 'summary,description,comments(text)' },
  article: { folder: 'articles', fields: 'summary,content,comments(text)' },
};

/** What an object says, with its comments, from YouTrack's REST API: it knows who may see what. Nothing on failure: nobody waits for it. */
export async function readTexts({ host, kind, key }: TextsOptions): Promise<string> {
  const place = places[kind];
  if (place === undefined || key === '') return '';
  const asking = async () =>
    await host.fetchYouTrack(`${place.folder}/${key}`, { query: { fields: place.fields } });
  return collectTexts(
    await inTime(
      asking().catch(() => undefined),
      undefined,
    ),
  ).join('\n');
}

/** Every text of an answer, whatever holds it. */
function collectTexts(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    name === 'id' || name === '$type' ? [] : collectTexts(value),
  );
}
