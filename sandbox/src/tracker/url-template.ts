/** Placeholders of the registration (facts/tracker.md §1); `{{suggestInput}}` is from an edition for Yandex's own staff. */
export type Placeholder = 'remoteKey' | 'issueKey' | 'suggestInput';

const anyPlaceholder = /\{\{(\w*)\}\}/g;
const youtrackOriginMark = '{{youtrack}}';

/**
 * Fills a URL template of a registration. Values are percent-encoded, so they may stand in the path or in the query.
 * A leading `{{youtrack}}`, an addition of this stand-in, becomes YouTrack's origin.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Partial<Record<Placeholder, string>>>,
  youtrackOrigin: string,
): string {
  const absolute = template.startsWith(youtrackOriginMark)
    ? youtrackOrigin + template.slice(youtrackOriginMark.length)
    : template;
  return absolute.replace(anyPlaceholder, (mark, name: string) => {
    const value = Object.entries(values).find(([key]) => key === name)?.[1];
    return value === undefined ? mark : encodeURIComponent(value);
  });
}

/** What is wrong with a template, as the end of a sentence; undefined when it is a URL with exactly these placeholders. */
export function findTemplateProblem(template: string, expected: readonly Placeholder[]): string | undefined {
  const isRelative = template.startsWith(youtrackOriginMark);
  const rest = isRelative ? template.slice(youtrackOriginMark.length) : template;
  const found = [...rest.matchAll(anyPlaceholder)].map((match) => match[1]);
  const missing = expected.find((name) => !found.includes(name));
  if (missing !== undefined) return `expected a URL template with {{${missing}}}`;
  const strange = found.find((name) => !expected.some((known) => known === name));
  if (strange !== undefined) return `did not expect {{${strange}}}`;
  const sample = (isRelative ? 'http://youtrack' : '') + rest.replace(anyPlaceholder, 'x');
  return isHttpUrl(sample) ? undefined : 'expected a URL that begins with http://, https:// or {{youtrack}}';
}

/** Whether the text is an absolute http or https URL. */
export function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}
