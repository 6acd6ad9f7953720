import type { Bridge } from '../api/bridge.ts';
import type { Job } from '../api/run.ts';
import { type Primitive, writeError } from '../api/wire.ts';
import { explainLaterMember } from './explain-later-member.ts';
import type { RealmError, RealmHost, RealmOutcome } from './realm.ts';

/** The host's side of a context's executions, whatever engine evaluates it. */
export interface Executions {
  /** What the scripting API inside is given. */
  readonly bridge: Bridge;
  /** Whether no execution is under way. */
  areOver(): boolean;
  /** @param evaluate runs the API's entry until nothing is left to do; what it returns is why it was stopped */
  run(job: Job, host: RealmHost, evaluate: () => RealmError | undefined): RealmOutcome;
}

interface Frame {
  readonly id: string;
  readonly job: Job;
  readonly host: RealmHost;
  outcome: RealmOutcome | undefined;
}

const neverSettled = {
  name: 'Error',
  message: 'the promise of the function never settles: nothing is left that could resolve it',
  stack: '',
};

/** Executions nest: the newest asks, and each is told its own outcome. */
export function createExecutions(now: () => number): Executions {
  const frames: Frame[] = [];
  let count = 0;
  return {
    bridge: createBridge(frames, now),
    areOver: () => frames.length === 0,
    run(job, host, evaluate) {
      count += 1;
      const frame: Frame = { id: String(count), job, host, outcome: undefined };
      frames.push(frame);
      try {
        const error = evaluate();
        if (error !== undefined) frame.outcome = { ok: false, error };
      } finally {
        frames.pop();
      }
      return frame.outcome ?? { ok: false, error: neverSettled };
    },
  };
}

function createBridge(frames: readonly Frame[], now: () => number): Bridge {
  return (operation, a, b, c) => {
    try {
      return operation === 'now' ? now() : answer(frames, operation, [a, b, c]);
    } catch (error) {
      return writeError(JSON.stringify(describeHostError(error)));
    }
  };
}

function answer(frames: readonly Frame[], operation: string, [a, b, c]: readonly Primitive[]): Primitive {
  const frame = frames.at(-1);
  if (frame === undefined) throw new Error('the execution is over');
  if (operation === 'job') return JSON.stringify({ run: frame.id, job: frame.job });
  if (operation !== 'done' && operation !== 'failed') return frame.host(operation, a, b, c);
  const ended = frames.find(({ id }) => id === a);
  if (ended !== undefined) ended.outcome ??= outcomeOf(operation, b);
  return undefined;
}

function outcomeOf(operation: 'done' | 'failed', value: Primitive): RealmOutcome {
  return operation === 'done'
    ? { ok: true, result: value }
    : { ok: false, error: explainLaterMember(JSON.parse(String(value))) };
}

function describeHostError(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  return {
    name: error.name === 'ReadonlyTransactionError' ? 'ReadonlyTransactionException' : error.name,
    message: error.message,
  };
}
