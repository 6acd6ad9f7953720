import type { AllLinksAnswer } from '../../src/administration/all-links-answer.ts';
import type { AuditAnswer } from '../../src/administration/audit-answer.ts';
import type { RegistrationAnswer } from '../../src/administration/registration-answer.ts';
import type { StatusAnswer } from '../../src/administration/status-answer.ts';
import type { AppClient } from '../shared/host/create-client.ts';
import type { Outcome } from '../shared/host/failure.ts';

/** The parameters of the administration's `links`, under their wire names. */
export type LinksParameters = Readonly<Record<string, string | undefined>>;

/** The endpoints of the administration page. */
export interface AdminApi {
  registration(query: {
    readonly baseUrl?: string | undefined;
    readonly project?: string | undefined;
  }): Promise<Outcome<RegistrationAnswer>>;
  status(): Promise<Outcome<StatusAnswer>>;
  links(parameters: LinksParameters): Promise<Outcome<AllLinksAnswer>>;
  audit(skip: number, top: number): Promise<Outcome<AuditAnswer>>;
}

export function createAdminApi(client: AppClient): AdminApi {
  return {
    registration: (query) => client.call({ endpoint: 'admin/registration', scope: 'global', query }),
    status: () => client.call({ endpoint: 'admin/status', scope: 'global' }),
    links: (query) => client.call({ endpoint: 'admin/links', scope: 'global', query }),
    audit: (skip, top) =>
      client.call({
        endpoint: 'admin/audit',
        scope: 'global',
        query: { skip: String(skip), top: String(top) },
      }),
  };
}
