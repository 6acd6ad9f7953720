import type { Context } from 'hono';
import type { Sandbox } from '../ports/sandbox.ts';
import type { Transaction } from '../world/transaction.ts';
import { authenticate } from './authenticate.ts';
import type { Scope } from './entities/scope.ts';
import { createScope } from './entities/show-entity.ts';

/** The scope of a request inside a transaction: in the eyes of its caller. @throws RestError 401 */
export function openScope(sandbox: Sandbox, tx: Transaction, { req }: Context): Scope {
  return createScope({ sandbox, tx, user: authenticate(tx, req.header('authorization')) });
}
