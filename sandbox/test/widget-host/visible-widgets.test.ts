import { expect, test } from '@jest/globals';
import { createLabApp, type LabOptions } from './support/lab-app.ts';
import { createTestHost } from './support/start-host.ts';

/** The names of the widgets that a user finds on a page. */
async function widgetsOn(path: string, login: string, ...apps: LabOptions[]): Promise<string[]> {
  const { app } = await createTestHost(apps.map(createLabApp));
  const headers = { Cookie: `youtrack-sandbox-user=${encodeURIComponent(login)}` };
  const page = await (await app.request(path, { headers })).text();
  return [...page.matchAll(/data-(?:frame|dialog)="([^"]*)"/g)].map(
    ([, json = '']) => JSON.parse(json.replaceAll('&quot;', '"')).name,
  );
}

const below = { extensionPoint: 'ISSUE_BELOW_SUMMARY' };

test('a widget without conditions is shown to everyone who sees the entity', async () => {
  expect(await widgetsOn('/issue/DEMO-1', 'jane', { widgets: [{ ...below, name: 'Виджет' }] })).toEqual([
    'Виджет',
  ]);
});

test('all permissions of the manifest are needed, in the project of the entity', async () => {
  const widgets = [
    { ...below, name: 'one held', permissions: ['LINK_ISSUE'] },
    { ...below, name: 'two held', permissions: ['LINK_ISSUE', 'READ_ISSUE'] },
    { ...below, name: 'one of two held', permissions: ['LINK_ISSUE', 'DELETE_ISSUE'] },
  ];
  expect(await widgetsOn('/issue/DEMO-1', 'jane', { widgets })).toEqual(['one held', 'two held']);
  expect(await widgetsOn('/issue/OTHER-1', 'jane', { widgets })).toEqual([]);
  expect(await widgetsOn('/issue/OTHER-1', 'admin', { widgets })).toEqual([
    'one held',
    'two held',
    'one of two held',
  ]);
});

test('where there is no project a permission counts that is held anywhere', async () => {
  const point = 'USER_PROFILE_SETTINGS';
  const widgets = [
    { extensionPoint: point, name: 'held', permissions: ['LINK_ISSUE'] },
    { extensionPoint: point, name: 'not held', permissions: ['UPDATE_USER'] },
  ];
  expect(await widgetsOn('/users/jane?tab=lab/widget-0', 'jane', { widgets })).toEqual(['held']);
  expect(await widgetsOn('/users/jane?tab=lab/widget-1', 'jane', { widgets })).toEqual([]);
});

test('a guard sees the fields, the project and the viewer', async () => {
  const widgets = [
    { ...below, name: 'open', guard: "({entity}) => entity.fields.State?.value === 'Open'" },
    { ...below, name: 'fixed', guard: "({entity}) => entity.fields.State?.value === 'Fixed'" },
    { ...below, name: 'both parts', guard: "({entity}) => entity.fields.Parts.value.join() === 'Press,Ink'" },
    {
      ...below,
      name: 'here',
      guard: "({entity}) => entity.project.key === 'DEMO' && entity.summary.includes('Печать')",
    },
    { ...below, name: 'for jane', guard: "({me}) => me.login === 'jane'" },
  ];
  const expected = ['open', 'both parts', 'here', 'for jane'];
  expect(await widgetsOn('/issue/DEMO-1', 'jane', { widgets })).toEqual(expected);
});

test('a guard of a page without an entity gets the viewer alone', async () => {
  const guard = "({entity, me}) => entity === undefined && me.login === 'jane'";
  const widgets = [{ extensionPoint: 'DASHBOARD_WIDGET', name: 'tile', guard }];
  expect(await widgetsOn('/dashboard', 'jane', { widgets })).toEqual(['tile']);
  expect(await widgetsOn('/dashboard', 'admin', { widgets })).toEqual([]);
});

test('a guard that fails hides the widget and says so in the log of the app', async () => {
  const app = createLabApp({ widgets: [{ ...below, guard: '({entity}) => entity.nothing.here' }] });
  const { app: host } = await createTestHost([app]);
  await host.request('/issue/DEMO-1', { headers: { Cookie: 'youtrack-sandbox-user=jane' } });
  expect(app.logged).toEqual([
    expect.objectContaining({
      level: 'WARN',
      user: 'jane',
      message: expect.stringMatching(/^The widget widget-0 is hidden: The guard failed: Cannot read/),
    }),
  ]);
});

test('an app shows widgets only in projects where it is active', async () => {
  const asked: (string | undefined)[] = [];
  const isActive = (project: string | undefined) => asked.push(project) > 0 && project !== undefined;
  const widgets = [below, { extensionPoint: 'MAIN_MENU_ITEM', name: 'menu' }];
  expect(await widgetsOn('/issue/DEMO-1', 'jane', { widgets, isActive })).toEqual(['Widget 0']);
  expect(asked).toContainEqual(expect.stringMatching(/^\d+-\d+$/));
  expect(await widgetsOn('/issue/DEMO-1', 'jane', { widgets, isActive: () => false })).toEqual([]);
});

test('the widgets of all apps stand at a place, app by app', async () => {
  const first = {
    name: 'first',
    widgets: [
      { ...below, name: 'a' },
      { ...below, name: 'b' },
    ],
  };
  const second = { name: 'second', widgets: [{ ...below, name: 'c' }] };
  expect(await widgetsOn('/issue/DEMO-1', 'jane', first, second)).toEqual(['a', 'b', 'c']);
});
