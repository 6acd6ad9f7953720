import { describe, expect, test } from '@jest/globals';
import { unpackPackage } from '../../src/apps/load-package.ts';
import { refuseOtherVersions } from '../../src/apps/refuse-other-versions.ts';
import { packApp } from '../support/pack-app.ts';

function refuse(version: '2025.3' | '2026.2', limits: Record<string, string>) {
  const manifest = { name: 'app', title: 'Приложение', version: '1.0.0', ...limits };
  return () => refuseOtherVersions(unpackPackage(packApp('app', { 'manifest.json': manifest })), version);
}

describe('an app that is for other versions of YouTrack', () => {
  test('is refused where it needs a later one', () => {
    expect(refuse('2025.3', { minYouTrackVersion: '2026.1.0' })).toThrow(
      'The app needs YouTrack 2026.1.0 or later; this is 2025.3.',
    );
    expect(refuse('2026.2', { minYouTrackVersion: '2099.1.0' })).toThrow(/or later; this is 2026\.2/);
  });

  test('is refused where it needs an earlier one', () => {
    expect(refuse('2026.2', { maxYouTrackVersion: '2026.1.0' })).toThrow(/or earlier; this is 2026\.2/);
  });

  test('is taken within its limits, builds of the same release among them', () => {
    expect(
      refuse('2025.3', { minYouTrackVersion: '2025.3.0', maxYouTrackVersion: '2026.1.0' }),
    ).not.toThrow();
    expect(refuse('2026.2', { minYouTrackVersion: '2026.2.18243' })).not.toThrow();
  });
});
