import type { Tracker } from '../../../src/ports/tracker.ts';
import type { Ask, Implementation } from './implementation.ts';

/** What a case arranges at the stand-in, and asks of the client. */
export interface Stand {
  /** An issue that no other case knows. */
  readonly issueKey: string;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  setModes(modes: Readonly<Record<string, unknown>>): Promise<unknown>;
  failNext(fault: Readonly<Record<string, unknown>>): Promise<unknown>;
  ask<N extends keyof Tracker>(name: N, ...args: Parameters<Tracker[N]>): Promise<unknown>;
  askAs<N extends keyof Tracker>(
    how: Partial<Ask>,
    name: N,
    ...args: Parameters<Tracker[N]>
  ): Promise<unknown>;
}

const usual: Pick<Ask, 'connection' | 'line'> = {
  connection: { kind: '360', organizationId: '123456' },
  line: { language: 'ru', waiting: 'person' },
};

const usualModes = {
  organization: null,
  limits: null,
  repeatedLink: null,
  linkObjects: null,
  errorBodies: null,
};

let issues = 0;

/** A stand-in in its usual modes, without faults and calls, with one fresh issue. */
export async function openStand(implementation: Implementation): Promise<Stand> {
  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${implementation.tracker}/_sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const setModes = (modes: Readonly<Record<string, unknown>>) => control('PATCH', 'modes', modes);
  await setModes(usualModes);
  await control('DELETE', 'faults');
  await control('DELETE', 'calls');
  issues += 1;
  const issueKey = `TEST-${1000 + issues}`;
  await control('POST', 'issues', {
    key: issueKey,
    summary: `Задача ${issues}`,
    status: 'open',
    assignee: 'irina',
  });
  return {
    issueKey,
    control,
    setModes,
    failNext: (fault) => control('POST', 'faults', fault),
    ask: (name, ...args) => implementation.ask({ ...usual, name, args }),
    askAs: (how, name, ...args) => implementation.ask({ ...usual, ...how, name, args }),
  };
}
