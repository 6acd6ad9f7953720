import { expect, test } from '@jest/globals';
import type { WidgetContext } from '../../src/widget-host/frame.ts';
import { createHost } from '../../src/widget-host/page/yt-host.ts';
import { missingOf, type YouTrackVersion } from '../../src/youtrack-versions.ts';

function hostOf(youtrack: YouTrackVersion) {
  const context: WidgetContext = {
    entity: null,
    me: { id: '1-1', login: 'jane', name: 'Жанна', avatarUrl: '', userType: { id: 'STANDARD_USER' } },
    locale: 'ru',
    widget: { id: '1', appId: '2' },
    placement: 'panel',
    youtrack,
    missing: missingOf('host', youtrack),
  };
  return createHost(context, { call: async (method) => method, send: () => undefined });
}

test('the host has storage since 2026.2', async () => {
  const { storage, alert } = hostOf('2026.2') as Record<string, Record<string, () => Promise<string>>>;
  expect(await storage?.getKeys?.()).toBe('storage.getKeys');
  expect(typeof alert).toBe('function');
});

test('before 2026.2 it has none, and reading it says why', () => {
  const host = hostOf('2026.1');
  expect('storage' in host).toBe(false);
  expect(() => host.storage).toThrow('host.storage came with YouTrack 2026.2, and this is 2026.1');
  expect(host.navigation).toBeUndefined();
  expect(typeof host.fetchApp).toBe('function');
});
