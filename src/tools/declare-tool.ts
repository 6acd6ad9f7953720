import { scheduledFunctions } from '../endpoints/scheduled-functions.ts';
import { findServerAddress } from '../linking/find-server-address.ts';
import type { Host } from '../ports/youtrack.ts';
import type { JsonObject } from '../protocol/json-object.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { toRefusalText } from '../protocol/refusal-answer.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { attempt, fail, type Result } from '../result.ts';
import { readMember, toJson } from '../youtrack/host-values.ts';
import { logError } from '../youtrack/log.ts';
import { openHost } from '../youtrack/open-host.ts';
import type { ToolContext } from '../youtrack/script-context.ts';
import { youtrack } from '../youtrack/youtrack.ts';
import type { ToolArguments } from './parse-arguments.ts';
import { objectOf, type Schema } from './tool-schemas.ts';

/** What one tool is made of: how agents see it, how its arguments are read, and what is done with them. */
export interface Tool<Q> {
  readonly name: string;
  readonly title: string;
  /** What it does, for the agent that chooses among tools. */
  readonly description: string;
  readonly effect: keyof typeof hints;
  readonly input: Readonly<Record<string, Schema>>;
  /** Names of the arguments that may be left out. */
  readonly optional?: readonly string[];
  readonly output: Schema;
  readonly parse: (args: ToolArguments) => Result<Q, Refusal>;
  readonly run: (host: Host, request: Q) => Result<Reply, Refusal>;
}

/** What each kind of tools says of itself. Who writes also has Tracker told; a call repeated changes nothing. */
const hints = {
  reads: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  adds: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  removes: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
} as const;

/**
 * A tool as YouTrack wants it declared ("MCP tool" of JetBrains' reference). It runs in the name of whoever is logged in, by the
 * same operations as the endpoints. YouTrack makes a failed result of what is thrown, and undoes the call: so a refusal, and
 * nothing else of an exception, is thrown as the sentence the agent reads.
 */
export function declareTool<Q>({ effect, input, optional = [], output, parse, run, ...tool }: Tool<Q>) {
  const { name, title, description } = tool;
  return {
    name,
    description,
    inputSchema: objectOf(input, optional),
    outputSchema: output,
    annotations: { title, ...hints[effect] },
    execute(ctx: ToolContext) {
      const host = openHost(ctx, { api: youtrack, user: ctx.currentUser, hasWritten: false });
      const outcome = attempt(() => {
        const given = readArguments(ctx.arguments, Object.keys(input));
        const parsed = parse({ given, serverAddress: () => findServerAddress(host) });
        return parsed.ok ? run(host, parsed.value) : parsed;
      });
      if (!outcome.ok) logError(`The tool ${name} failed`, outcome.problem);
      const result = outcome.ok ? outcome.value : fail(refuse('upstream'));
      if (!result.ok) throw new Error(toRefusalText(result.problem));
      return result.value.body;
    },
    asyncFunctions: scheduledFunctions,
  };
}

function readArguments(args: unknown, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, toJson(readMember(args, name))]));
}
