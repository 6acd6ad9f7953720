import type { CallKind } from '../calls/call-records.ts';
import { noteCall } from '../calls/note-call.ts';
import type { Host } from '../ports/youtrack.ts';
import { entityKinds } from '../protocol/entity-key.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { statusOf } from '../protocol/refusal-answer.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import type { Result } from '../result.ts';
import { nodeMemory } from '../youtrack/outbound.ts';
import type { ScriptRequest } from '../youtrack/script-context.ts';

/** What was answered, and under whose address. */
export interface Answered {
  readonly scope: CallKind | 'global';
  readonly result: Result<Reply, Refusal>;
}

interface AnsweredCall extends Answered {
  readonly request: ScriptRequest;
  readonly parameters: (name: string) => readonly string[];
}

/** Notes what Tracker has called and what it was answered. */
export function noteAnswer(host: Host, call: AnsweredCall): void {
  const { scope, result } = call;
  noteCall(host, nodeMemory, {
    kind: scope === 'global' ? kindOf(call) : scope,
    address: addressOf(call),
    status: result.ok ? result.value.status : statusOf(result.problem),
  });
}

function kindOf({ parameters }: AnsweredCall): CallKind {
  const [kind] = parameters('kind');
  return entityKinds.find((one) => one === kind) ?? 'any';
}

/** The address without what somebody has typed, which `suggest` is asked with. */
function addressOf({ request: { method, fullPath }, parameters }: AnsweredCall): string {
  const query = ['kind', 'key', 'issueKey', 'remoteKey'].flatMap((name) =>
    parameters(name).map((value) => `${name}=${value}`),
  );
  return `${method} ${fullPath}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
