import type { Execution, Operation, ScheduledCall } from '../ports/execution.ts';

export const longestDelayMs = 7 * 24 * 60 * 60 * 1000;
export const mostHops = 10;

/** `ctx.store`, `ctx.load` and `ctx.invokeAsync` (JetBrains' reference, async-functions). */
export const asyncOperations: Readonly<Record<string, Operation>> = {
  store({ chain }, key, stored) {
    const { type, wire } = JSON.parse(String(stored)) as { type: string; wire: unknown };
    const isEntity = typeof wire === 'string' && wire.startsWith('\u0001R');
    if (type !== 'string' && type !== 'number' && type !== 'boolean' && type !== 'null' && !isEntity) {
      throw new TypeError(
        `ctx.store keeps strings, numbers, booleans, null and entities; '${String(key)}' is none of them`,
      );
    }
    chain.stored.set(String(key), String(stored));
    return undefined;
  },
  load: ({ chain }, key) => chain.stored.get(String(key)) ?? null,
  invokeAsync(execution, options) {
    const { name, delay, key } = JSON.parse(String(options)) as {
      name: string;
      delay: number;
      key: string | null;
    };
    schedule(execution, { name, delayMs: delay, deduplicationKey: key ?? undefined });
    return undefined;
  },
};

/** Notes what shall run after the commit. @throws Error for what the documentation rules out */
export function schedule({ chain, script }: Execution, call: ScheduledCall): void {
  const { name, delayMs } = call;
  if (!script.asyncFunctions.includes(name))
    throw new Error(`script ${script.name}.js has no async function '${name}'`);
  if (chain.scheduled !== undefined) throw new Error('One execution can schedule only one async operation');
  if (!Number.isFinite(delayMs) || delayMs < 0)
    throw new TypeError('The delay of an async function is a number of milliseconds');
  if (delayMs > longestDelayMs) throw new Error('The delay of an async function is at most one week');
  if (chain.hops >= mostHops) throw new Error(`A chain of async functions has at most ${mostHops} hops`);
  chain.scheduled = call;
}
