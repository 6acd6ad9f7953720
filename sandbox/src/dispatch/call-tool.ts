import { execute } from '../context/execute.ts';
import { followUp } from '../context/follow-up.ts';
import { startChain } from '../context/start-chain.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { ToolModule } from '../realm/script-module.ts';
import { resolveRequirements } from '../rules/resolve-requirements.ts';
import type { Id } from '../world/transaction.ts';
import { runChange } from './run-change.ts';

export interface ToolCall {
  readonly user: Id;
  readonly app: string;
  /** The tool's own name, without the prefix it is published under. */
  readonly tool: string;
  readonly arguments: unknown;
}

export type ToolResult =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly message: string };

/**
 * Calls an `aiTool` as a user, in a transaction of its own: read-only when its annotations say `readOnlyHint`. What it
 * throws is the tool's failed result; `null` and `undefined` are no content (JetBrains' reference, "MCP tool").
 */
export async function callTool(sandbox: Sandbox, call: ToolCall): Promise<ToolResult> {
  const app = sandbox.apps.byName(call.app);
  const script = app?.realm.modules.find((one) => one.kind === 'aiTool' && one.tool.name === call.tool);
  if (app === undefined || script?.kind !== 'aiTool' || !app.isActive())
    return { ok: false, message: 'There is no such tool' };
  try {
    return await runChange(sandbox, { user: call.user, mode: modeOf(script), isMcp: true }, (tx, change) => {
      const { resolved, problems } = resolveRequirements(tx, { script, project: undefined });
      if (problems[0] !== undefined) return { ok: false, message: problems[0] };
      const context = { requirements: resolved, flags: { isMcpRequest: true } };
      const execution = {
        change,
        app,
        script,
        user: call.user,
        project: undefined,
        chain: startChain(context),
        streams: [],
      };
      const { result } = execute(execution, { in: 'aiTool' }, { ...context, arguments: call.arguments });
      followUp(execution);
      return { ok: true, result: readResult(result) };
    });
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function modeOf({ tool }: ToolModule): 'read' | 'write' {
  const { annotations } = tool;
  const isReader = typeof annotations === 'object' && annotations !== null && 'readOnlyHint' in annotations;
  return isReader && annotations.readOnlyHint === true ? 'read' : 'write';
}

/** The realm hands a result over as `{"text":…}` or `{"json":…}`. */
function readResult(result: unknown): unknown {
  if (typeof result !== 'string') return null;
  const parsed = JSON.parse(result) as { readonly text?: string; readonly json?: unknown };
  return parsed.text ?? parsed.json;
}
