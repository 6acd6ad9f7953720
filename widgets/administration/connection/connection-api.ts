import type { ConnectionAnswer } from '../../../src/checks/connection-answer.ts';
import type { AppClient } from '../../shared/host/create-client.ts';
import type { Outcome } from '../../shared/host/failure.ts';
import type { Language } from '../../shared/i18n/language.ts';

/** Tries the connection as it is set. */
export interface ConnectionApi {
  check(language: Language): Promise<Outcome<ConnectionAnswer>>;
}

export function createConnectionApi(client: AppClient): ConnectionApi {
  return {
    check: (language) => client.call({ endpoint: 'admin/connection', scope: 'global', query: { language } }),
  };
}
