import type { InstalledApp } from '../apps/installed-app.ts';
import type { Sandbox } from '../dispatch/sandbox.ts';
import type { EntryModule } from '../realm/script-module.ts';
import type { HttpExchange } from '../realm/send-request.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { AsyncChain } from './async-chain.ts';
import type { IncomingRequest } from './incoming-request.ts';

/** One transaction and what it leads to: shared by everything that runs inside it, rules of other apps included. */
export interface Change {
  readonly sandbox: Sandbox;
  readonly tx: Transaction;
  /** Who made the change; rules it sets off run in their name (JetBrains, ctx.md: "the change initiator is inherited"). */
  readonly user: Id;
  readonly isMcp: boolean;
  /** Whether the change leaves `updated` and `updatedBy` alone (`modifyUpdatedProperties: false`). */
  readonly keepsUpdated?: true;
  /** The state each state machine has seen an issue in last: what has been handled is not handled again. */
  readonly machineStates: Map<string, string | undefined>;
  /** What to do once the transaction is committed: mails, messages, async functions. */
  readonly afterCommit: (() => void)[];
}

/** One call of one function of a script. */
export interface Execution {
  readonly change: Change;
  readonly app: InstalledApp;
  readonly script: EntryModule;
  readonly user: Id;
  /** Whose settings `ctx.settings` resolves to; undefined = the global ones. */
  readonly project: Id | undefined;
  readonly chain: AsyncChain;
  readonly request?: IncomingRequest;
  readonly answer?: AnswerDraft;
  /** What an async HTTP request brought (`ctx.response` of its handler). */
  readonly exchange?: HttpExchange;
  /** Bytes scripts hold by number. */
  readonly streams: Uint8Array[];
}
