import { expect, test } from '@jest/globals';
import { PageAddress } from '../../../widgets/administration/page-address.ts';
import type { WidgetHost } from '../../../widgets/shared/host/youtrack-app.ts';

function hostWith(navigation: NonNullable<WidgetHost['navigation']>): WidgetHost {
  const silent = async () => undefined;
  return { fetchApp: silent, fetchYouTrack: silent, alert: () => undefined, navigation };
}

test('the tab that the address names is opened', async () => {
  const address = new PageAddress();
  const tabs: string[] = [];
  address.listen((tab) => tabs.push(tab));
  const here = { pathname: '/', search: '?tab=checks', hash: '' };
  await address.attach(hostWith({ getAppLocation: async () => here, updateAppLocation: async () => {} }));
  expect(tabs).toEqual(['overview', 'checks']);
});

test('a host that cannot navigate leaves the tab to the page', async () => {
  const address = new PageAddress();
  const fails = () => {
    throw new Error('not on this page');
  };
  await address.attach(hostWith({ getAppLocation: fails, updateAppLocation: fails }));
  await expect(address.open('links')).resolves.toBeUndefined();
});
