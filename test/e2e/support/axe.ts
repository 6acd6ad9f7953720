import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** These two are about whole pages; a widget is a part of YouTrack's page, which has them. */
const rulesOfPages = ['landmark-one-main', 'page-has-heading-one'];

/** What axe-core finds in one document, one line a finding. */
export async function findAccessibilityProblems(document: Frame | Page): Promise<string[]> {
  await document.evaluate(source);
  return await document.evaluate(async (left) => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const { violations } = await axe.run();
    return violations
      .filter(({ id }) => !left.includes(id))
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
  }, rulesOfPages);
}
