import type { Project, Settings } from '../ports/youtrack.ts';
import { type Disclosure, stricter, toDisclosure } from '../protocol/disclosure.ts';

/** The level that holds in a project: the company's, or its own where that is stricter. Users belong to none. */
export function disclosureIn(project: Project | undefined, { disclosure }: Settings): Disclosure {
  const own = project && readOwnDisclosure(project);
  return own === undefined ? disclosure : stricter(disclosure, own);
}

/** The level a project asks for; undefined when it asks for none. What is stored and is no level counts as the strictest. */
export function readOwnDisclosure({ store }: Project): Disclosure | undefined {
  const stored = store.readText('trackerDisclosure');
  if (!stored.ok) return 'key';
  const level = stored.value?.trim() ?? '';
  return level === '' ? undefined : toDisclosure(level);
}
