import type { Host } from '../ports/youtrack.ts';
import { disclosureIn } from '../showing/disclosure.ts';
import type { StatusCheck } from './status-answer.ts';

const projectsShown = 50;

/** Which projects tell less than the company lets them; after an upgrade this shows whose level was carried over. */
export function checkDisclosure(
  host: Pick<Host, 'settings' | 'findProject'>,
  projectKeys: readonly string[],
): StatusCheck {
  const { disclosure } = host.settings;
  const stricter = projectKeys.flatMap((project) => {
    const level = disclosureIn(host.findProject(project), host.settings);
    return level === disclosure ? [] : [{ project, level }];
  });
  return { id: 'disclosure', state: 'ok', level: disclosure, stricter: stricter.slice(0, projectsShown) };
}
