import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStage, type Stage, stageTimeoutMs } from './support/open-stage.ts';
import { rowOf } from './support/reach.ts';
import { widgetOn } from './support/widgets.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage('--delete', 'readonly');
}, stageTimeoutMs);
afterAll(() => stage.close());

test('a removal that the server carries out later is shown as such, then as done', async () => {
  await stage.link('jane', 'TEST-1', 'DEMO-1');
  const { page } = await stage.open('/issue/DEMO-1');
  const panel = widgetOn(page, 'Tracker links');
  await panel.getByRole('button', { name: 'Remove TEST-1' }).click();
  const row = rowOf(panel, 'TEST-1');
  await row.getByText(/Will be removed shortly|^Removed$/).waitFor();
  await row.getByText('Removed', { exact: true }).waitFor();
  expect(await stage.keysOf('issues/DEMO-1', 'issue')).toEqual([]);
});
