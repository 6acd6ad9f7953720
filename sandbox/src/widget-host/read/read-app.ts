import type { Transaction } from '../../world/transaction.ts';
import type { HostedApp, HostedSandbox } from '../hosted-sandbox.ts';
import type { AppPageView } from '../pages/app-page.ts';

const maxLines = 100;

export function readApp(tx: Transaction, sandbox: HostedSandbox, app: HostedApp): AppPageView {
  const { name, title, version } = app.package;
  const inactive = sandbox.inactivityOf(tx, app);
  return { name, title, version, inactive, log: app.logs().slice(-maxLines).reverse() };
}
