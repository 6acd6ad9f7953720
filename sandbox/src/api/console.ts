import { callHost, stringifyJson } from './bridge.ts';
import { findReference } from './entity.ts';
import { EntitySet } from './entity-set.ts';

const levels: Readonly<Record<string, string>> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
  exception: 'ERROR',
};

/** The only global beside the language's own: every call is one entry in the app's log. */
export function createConsole(): object {
  const console: Record<string, (...values: unknown[]) => void> = {};
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...values) => {
      callHost('log', level, values.map(textOf).join(' '));
    };
  }
  return Object.freeze(console);
}

/** How a value reads in a log: errors with their stack, entities by their name, other objects as JSON. */
export function textOf(value: unknown): string {
  try {
    if (value instanceof Error) return describeError(value).stack;
    if (typeof value !== 'object' || value === null || findReference(value) !== undefined)
      return String(value);
    if (value instanceof EntitySet) return `[${value.map(textOf).join(', ')}]`;
    return stringifyJson(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** An error as text; only the frames of the app's own scripts are shown. Never throws, whatever was thrown. */
export function describeError(error: unknown): { name: string; message: string; stack: string } {
  try {
    const name = error instanceof Error ? String(error.name) : 'Error';
    const message = error instanceof Error ? String(error.message) : String(error);
    const frames = error instanceof Error ? framesOf(String(error.stack)) : [];
    return { name, message, stack: [`${name}: ${message}`, ...frames].join('\n') };
  } catch {
    return { name: 'Error', message: 'an error that cannot be described', stack: '' };
  }
}

function framesOf(stack: string): string[] {
  return stack.split('\n').filter((line) => line.startsWith('    at ') && line.includes('app:'));
}
