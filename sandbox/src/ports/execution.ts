import type { ContextDescription } from '../api/context.ts';
import type { Primitive } from '../api/wire.ts';
import type { InstalledApp } from '../apps/installed-app.ts';
import type { EntryModule } from '../realm/script-module.ts';
import type { HttpExchange } from '../realm/send-request.ts';
import type { Id, Transaction } from '../world/transaction.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import type { Sandbox } from './sandbox.ts';

/** One transaction and what it leads to: shared by everything that runs inside it, rules of other apps included. */
export interface Change {
  readonly sandbox: Sandbox;
  readonly tx: Transaction;
  /** Who made the change; rules it sets off run in their name (JetBrains, ctx.md: "the change initiator is inherited"). */
  readonly user: Id;
  readonly isMcp: boolean;
  /** Whether it is a command that was applied without notifications. */
  readonly isSilent: boolean;
  /** Whether the change leaves `updated` and `updatedBy` alone (`modifyUpdatedProperties: false`). */
  readonly keepsUpdated?: true;
  /** The state each state machine has seen an issue in last: what has been handled is not handled again. */
  readonly machineStates: Map<string, string | undefined>;
  /** What to do once the transaction is committed: mails, messages, async functions. */
  readonly afterCommit: (() => void)[];
  /**
   * Applies a command inside this transaction, with a script's rights (`issue.applyCommand`): what commands set off are
   * rules, which run above everything a script can call.
   * @throws CommandError, ScriptError
   */
  applyCommand(command: InnerCommand): void;
}

export interface InnerCommand {
  readonly issue: Id;
  readonly user: Id;
  readonly command: string;
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

/** What one execution inherits from the async functions before it, and what it asks to run next. */
export interface AsyncChain {
  /** How many async functions ran before this execution. */
  readonly hops: number;
  /** `ctx.store`: key → wire value; later values win, and all go on to the next function. */
  readonly stored: Map<string, string>;
  /** The context this execution has and the next one shall have: the same entities, never the same objects. */
  readonly context: ContextDescription;
  scheduled: ScheduledCall | undefined;
}

/** What `ctx.invokeAsync` or an `…Async` method of a connection asked for. */
export interface ScheduledCall {
  readonly name: string;
  readonly delayMs: number;
  readonly deduplicationKey: string | undefined;
  /** The HTTP request to send before the function runs. */
  readonly request?: OutgoingRequest;
}

/** An HTTP request as an endpoint's script sees it. */
export interface IncomingRequest {
  readonly method: string;
  /** The endpoint's own path. */
  readonly path: string;
  readonly fullPath: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly parameters: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** How the body was consumed; it can be, once. */
  consumed: 'not' | 'text' | 'stream';
}

/** What a handler has put into `ctx.response` so far. */
export interface AnswerDraft {
  code: number;
  body: string | Uint8Array | undefined;
  /** By lower-case name; the last one wins. */
  readonly headers: Map<string, { readonly name: string; readonly value: string }>;
}

/** One thing a script's realm can ask of the platform: primitives in (see `api/wire.ts`), a primitive out. */
export type Operation = (execution: Execution, a: Primitive, b: Primitive, c: Primitive) => Primitive;
