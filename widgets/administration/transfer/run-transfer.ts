import type { ImportedObject, StoredObject } from '../../../src/transfer/transfer-answer.ts';
import type { Failure } from '../../shared/host/failure.ts';
import { type ImportSummary, summarize } from './import-summary.ts';
import { type Renames, renameKeys } from './rename-keys.ts';
import { splitObjects } from './split-objects.ts';
import type { TransferApi } from './transfer-api.ts';

/** How far it is. */
export type OnProgress = (done: number, total: number) => void;

/** Projects named in one request. */
const projectsAtOnce = 100;

/** Everything that is kept, page after page; what else can be found of projects comes from their keys. */
export async function exportEverything(
  api: TransferApi,
  projects: readonly string[],
  onProgress: OnProgress,
): Promise<readonly StoredObject[] | Failure> {
  const found = new Map<string, StoredObject>();
  for (let start = 0; start === 0 || start < projects.length; start += projectsAtOnce) {
    const named = projects.slice(start, start + projectsAtOnce);
    for (let skip: number | undefined = 0; skip !== undefined; ) {
      const outcome = await api.exportPage(skip, named);
      if (!outcome.ok) return outcome.failure;
      for (const object of outcome.data.objects) found.set(`${object.kind} ${object.key}`, object);
      onProgress(found.size, outcome.data.total);
      skip = outcome.data.next;
    }
  }
  return [...found.values()];
}

export interface ImportOptions {
  readonly objects: readonly StoredObject[];
  readonly renames: Renames;
  readonly dryRun: boolean;
  readonly onProgress: OnProgress;
}

/** Imports objects portion by portion. A failure in the middle loses nothing: doing it again changes nothing that is done. */
export async function importEverything(
  api: TransferApi,
  { objects, renames, dryRun, onProgress }: ImportOptions,
): Promise<ImportSummary | Failure> {
  const told: ImportedObject[] = [];
  const given: StoredObject[] = [];
  const portions = splitObjects(objects);
  for (const [index, portion] of portions.entries()) {
    const renamed = portion.map((object) => renameKeys(object, renames));
    const outcome = await api.importPart(renamed, dryRun);
    if (!outcome.ok) return nameObjects(outcome.failure, portion);
    given.push(...portion);
    told.push(...outcome.data.objects);
    onProgress(index + 1, portions.length);
  }
  return summarize(given, told);
}

/** The server names fields of its request, a person looks for objects in the file. */
function nameObjects(failure: Failure, portion: readonly StoredObject[]): Failure {
  const fields = failure.fields.map((field) => {
    const [, index, member] = /^objects\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
    const key = index === undefined ? undefined : portion[Number(index)]?.key;
    return key === undefined ? field : `${key} (${member || 'object'})`;
  });
  return { ...failure, fields };
}
