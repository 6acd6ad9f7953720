import { type Primitive, writeSecret } from '../api/wire.ts';
import type { SettingValue } from '../apps/installed-app.ts';
import type { Transaction } from '../world/transaction.ts';
import { toScript } from './script-values.ts';

/** A setting for `ctx.settings`: a secret as its name alone. */
export function settingToScript(tx: Transaction, value: SettingValue): Primitive {
  return typeof value === 'object' && 'secret' in value ? writeSecret(value.secret) : toScript(tx, value);
}
