import type { AllLinksRow } from '../../../src/administration/all-links-answer.ts';

/** The links of each object together, objects and links in the order in which they came. */
export function groupLinks(links: readonly AllLinksRow[]): readonly (readonly AllLinksRow[])[] {
  const groups = new Map<string, AllLinksRow[]>();
  for (const link of links) {
    const name = `${link.kind} ${link.key}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [link]);
    else group.push(link);
  }
  return [...groups.values()];
}
