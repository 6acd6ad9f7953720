import { checkRelease } from '../../../packaging/release/check-release.mjs';
import { makeSources, type Sources } from './make-sources.ts';

/** A rule, the file that breaks it, how the file is spoilt, and the sentence that says so. */
export type Fault = readonly [rule: string, path: string, spoil: (sources: Sources) => void, says: RegExp];

/** Sources with all that a release looks at. */
export function makeReleasable(): Sources {
  return makeSources(
    'marketplace',
    'CHANGELOG.md',
    'CHANGELOG.ru.md',
    'docs/pictures',
    'docs/openapi.yaml',
    'docs/upgrading.md',
    'docs/upgrading.ru.md',
    'widgets/shared/i18n',
  );
}

/** Changes a file as text. */
export function edit(sources: Sources, path: string, change: (text: string) => string): void {
  sources.write(path, change(sources.source(path)));
}

/** Changes a JSON file. */
export function editJson(
  sources: Sources,
  path: string,
  change: (value: Record<string, unknown>) => void,
): void {
  edit(sources, path, (text) => {
    const value = JSON.parse(text);
    change(value);
    return JSON.stringify(value);
  });
}

/** What a release says while the file is spoilt; afterwards the file is as before. */
export async function problemsOf(
  sources: Sources,
  path: string,
  spoil: (sources: Sources) => void,
): Promise<string> {
  const sound = sources.bytes(path);
  spoil(sources);
  const problems = await checkRelease(sources.folder);
  sources.write(path, sound);
  return problems.join('\n');
}
