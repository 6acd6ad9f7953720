import type { ContextDescription } from '../api/context.ts';
import { execute, ScriptError } from '../context/execute.ts';
import { followUp } from '../context/follow-up.ts';
import { entityToScript } from '../context/script-values.ts';
import { startChain } from '../context/start-chain.ts';
import type { AnswerDraft, Change, Execution } from '../ports/execution.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import { resolveRequirements } from '../rules/resolve-requirements.ts';
import { type EndpointAnswer, type EndpointCall, refuse } from './endpoint-call.ts';
import { describeMissing, explainRefusal, type Refusal } from './explain-refusal.ts';
import { type FoundEndpoint, findEndpoint, findOtherMethods } from './find-endpoint.ts';
import { findRefusal, projectOf } from './may-call.ts';
import { runChange } from './run-change.ts';
import { toAnswer } from './to-answer.ts';

/**
 * Answers a call of an app's endpoint as a server does, in process. GET (and DELETE where the sandbox is told so) runs in
 * a read-only transaction; an uncaught exception undoes everything and is a 500 with an empty body.
 */
export async function dispatch(sandbox: Sandbox, call: EndpointCall): Promise<EndpointAnswer> {
  const found = findEndpoint(sandbox, call);
  if (found === undefined) return answerMissing(sandbox, call);
  try {
    return await runChange(sandbox, { user: call.user, mode: modeOf(sandbox, call.method) }, (_, change) =>
      answerCall(change, call, found),
    );
  } catch (error) {
    if (!(error instanceof ScriptError)) logPlatformFailure(found, error);
    return { status: 500, headers: [], body: '' };
  }
}

/** Who may call the path with another method is told so; to everybody else there is no such endpoint. */
function answerMissing(sandbox: Sandbox, call: EndpointCall): Promise<EndpointAnswer> {
  return runChange(sandbox, { user: call.user, mode: 'read' }, (tx) => {
    const others = findOtherMethods(sandbox, call);
    const refusals = others.map((other) => findRefusal(tx, call, other));
    const reason = describeMissing(sandbox, call);
    if (!refusals.includes(undefined))
      return refuseCall(sandbox, call, refusals.find((one) => one !== undefined) ?? { status: 404, reason });
    const allow = others.map(({ endpoint }) => endpoint.method).join(', ');
    return refuseCall(sandbox, call, { status: 405, reason, allow });
  });
}

function refuseCall(sandbox: Sandbox, call: EndpointCall, refusal: Refusal): EndpointAnswer {
  explainRefusal(sandbox, call, refusal);
  return refuse(refusal.status, refusal.allow);
}

function modeOf({ deletes }: Sandbox, method: string): 'read' | 'write' {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return 'read';
  return method === 'DELETE' && deletes === 'readonly' ? 'read' : 'write';
}

function answerCall(change: Change, call: EndpointCall, found: FoundEndpoint): EndpointAnswer {
  const refusal = findRefusal(change.tx, call, found);
  if (refusal !== undefined) return refuseCall(change.sandbox, call, refusal);
  const project = projectOf(change.tx, call);
  const requirements = resolveRequirements(change.tx, { script: found.script, project });
  if (requirements.problems.length > 0)
    return refuseCall(change.sandbox, call, { status: 404, reason: requirements.problems.join('; ') });
  const context = { ...describeContext(change, call), requirements: requirements.resolved };
  const answer = startAnswer();
  const execution: Execution = {
    change,
    app: found.app,
    script: found.script,
    user: call.user,
    project,
    chain: startChain(context),
    request: { ...call, path: found.endpoint.path, consumed: 'not' },
    answer,
    streams: [],
  };
  execute(
    execution,
    { in: 'httpHandler', endpoint: found.endpoint.index },
    { ...context, withRequest: true },
  );
  followUp(execution);
  return toAnswer(answer);
}

/** `ctx.issue` and the like; issues and articles bring their project along. */
function describeContext({ tx }: Change, call: EndpointCall): ContextDescription {
  if (call.entity === undefined || call.scope === 'global') return {};
  const entity = entityToScript(tx, call.entity);
  const project = call.scope === 'issue' || call.scope === 'article' ? projectOf(tx, call) : undefined;
  return {
    entities: {
      [call.scope]: entity,
      ...(project === undefined ? {} : { project: entityToScript(tx, project) }),
    },
  };
}

/** 200 and nothing else, as a handler finds it. */
function startAnswer(): AnswerDraft {
  return { code: 200, body: undefined, headers: new Map() };
}

/** A refused commit or a rule of another app: what the endpoint's author needs to know is in the log. */
function logPlatformFailure({ app, script }: FoundEndpoint, error: unknown): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  app.log({ level: 'ERROR', script: script.name, message });
}
