import { afterEach, describe, expect, test } from '@jest/globals';
import { joinHost } from '../../../widgets/shared/host/join-host.ts';
import { startEarly } from '../../../widgets/shared/host/start-early.ts';

interface FakeHost {
  readonly calls: string[];
  readonly registrations: () => number;
}

/** Puts `YTApp` where YouTrack puts it. */
function injectHost(): FakeHost {
  const calls: string[] = [];
  let registrations = 0;
  const host = {
    fetchApp: async (endpoint: string, { method }: { method: string }) => {
      calls.push(`${method} ${endpoint}`);
      return calls.length;
    },
  };
  const register = async () => {
    registrations += 1;
    return host;
  };
  Object.assign(globalThis, { YTApp: { register, locale: 'ru' } });
  return { calls, registrations: () => registrations };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'YTApp');
  Reflect.deleteProperty(globalThis, 'trackerLinksEarlyStart');
});

const get = { method: 'GET', query: { envelope: 'true' }, scope: true };

describe('a widget that its page has started early', () => {
  test('registers once, and takes the answer that is on its way, once', async () => {
    const { calls, registrations } = injectHost();
    startEarly('issue/panel');
    const { fetching } = await joinHost();
    expect(await fetching.fetchApp('issue/panel', get)).toBe(1);
    expect(await fetching.fetchApp('issue/panel', get)).toBe(2);
    expect(calls).toEqual(['GET issue/panel', 'GET issue/panel']);
    expect(registrations()).toBe(1);
  });

  test('does not take it for the answer to something else', async () => {
    const { calls } = injectHost();
    startEarly('issue/panel');
    const { fetching } = await joinHost();
    expect(await fetching.fetchApp('issue/links', { ...get, method: 'POST' })).toBe(2);
    expect(await fetching.fetchApp('issue/panel', get)).toBe(3);
    expect(calls).toHaveLength(3);
  });

  test('without YTApp leaves all to the widget', async () => {
    startEarly('issue/panel');
    const { registrations } = injectHost();
    const { fetching } = await joinHost();
    expect(await fetching.fetchApp('issue/panel', get)).toBe(1);
    expect(registrations()).toBe(1);
  });
});
