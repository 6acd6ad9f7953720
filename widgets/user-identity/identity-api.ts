import type { IdentityAnswer } from '../../src/pages/identity-answer.ts';
import type { AppClient } from '../shared/host/create-client.ts';
import type { Outcome } from '../shared/host/failure.ts';
import type { IdentityForm } from './check-identity.ts';

export interface IdentityApi {
  read(): Promise<Outcome<IdentityAnswer>>;
  /** Replaces all of it. */
  save(form: IdentityForm): Promise<Outcome<IdentityAnswer>>;
}

export function createIdentityApi(client: AppClient): IdentityApi {
  const identity = { endpoint: 'user/identity', scope: 'entity' } as const;
  return {
    read: () => client.call(identity),
    save: (form) => client.call({ ...identity, method: 'POST', body: withoutBlanks(form) }),
  };
}

function withoutBlanks(form: IdentityForm): Record<string, string> {
  const trimmed = Object.entries(form).map(([field, value]) => [field, value.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}
