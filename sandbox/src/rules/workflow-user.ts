import type { Id, Transaction } from '../world/transaction.ts';

const login = 'workflow';

/**
 * The system user scheduled rules run as, "with a full set of permissions" (JetBrains, script-types); made when it is first
 * needed. Its login is the sandbox's choice.
 */
export function workflowUser(tx: Transaction): Id {
  const [known] = tx.find('User', 'login', login);
  if (known !== undefined) return known;
  const user = tx.create('User', { login, fullName: 'Workflow', isSystem: true });
  tx.create('PermissionGrant', { holder: { ref: user }, isGlobal: true, keys: ['*'] });
  return user;
}
