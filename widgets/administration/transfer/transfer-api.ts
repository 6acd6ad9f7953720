import type { ExportAnswer, ImportAnswer, StoredObject } from '../../../src/transfer/transfer-answer.ts';
import type { AppClient } from '../../shared/host/create-client.ts';
import type { Outcome } from '../../shared/host/failure.ts';

/** The endpoints that hand out and take in what the app keeps on objects. */
export interface TransferApi {
  exportPage(skip: number, projects: readonly string[]): Promise<Outcome<ExportAnswer>>;
  importPart(objects: readonly StoredObject[], dryRun: boolean): Promise<Outcome<ImportAnswer>>;
}

const pageSize = '200';

export function createTransferApi(client: AppClient): TransferApi {
  return {
    exportPage: (skip, projects) =>
      client.call({
        endpoint: 'admin/export',
        scope: 'global',
        query: { skip: String(skip), top: pageSize, projects: projects.join(',') },
      }),
    importPart: (objects, dryRun) =>
      client.call({
        endpoint: 'admin/import',
        scope: 'global',
        method: 'POST',
        body: { dryRun, objects },
      }),
  };
}
