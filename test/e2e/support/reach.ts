import type { FrameLocator, Locator } from 'playwright-core';

/** The row of a Tracker issue in a panel. */
export function rowOf(widget: FrameLocator, issueKey: string): Locator {
  return widget.locator('.tl-row').filter({ has: widget.getByRole('link', { name: issueKey, exact: true }) });
}

/** Opens the box of a panel, enters a text and presses Enter. */
export async function enter(widget: FrameLocator, text: string): Promise<void> {
  const box = widget.getByRole('combobox', { name: 'Tracker issues' });
  const opener = widget.getByRole('button', { name: 'Add link' });
  await box.or(opener).first().waitFor();
  if (!(await box.isVisible())) await opener.click();
  await box.fill(text);
  await box.press('Enter');
}
