import { html } from 'hono/html';
import type { Html, PageParts } from '../../widget-host/pages/layout.ts';
import type { InspectorTexts } from '../texts.ts';
import { appsTab } from './apps-tab.ts';
import { exchangesTab } from './exchanges-tab.ts';
import { logsTab } from './logs-tab.ts';
import { mailsTab } from './mails-tab.ts';
import { transactionsTab } from './transactions-tab.ts';
import { actButton, type InspectorView, linkTo, type TabContent } from './view.ts';
import { waitingTab } from './waiting-tab.ts';

const tabs = {
  requests: exchangesTab,
  transactions: transactionsTab,
  waiting: waitingTab,
  mails: mailsTab,
  logs: logsTab,
  apps: appsTab,
} as const satisfies Partial<Record<keyof InspectorTexts, (view: InspectorView) => TabContent>>;

type TabName = keyof typeof tabs;

const tabNames = Object.keys(tabs) as TabName[];

/** What came of the last thing the inspector was asked to do. */
export interface Outcome {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

/** The page with one of its tabs. @param liveAddress where its live part can be asked for again */
export function inspectorPage(
  view: InspectorView,
  outcome: Outcome | undefined,
  liveAddress: string,
): PageParts {
  const { texts } = view;
  const { live, still } = contentOf(view);
  const content = html`<div class="crumbs"><h1>${texts.inspector}</h1>${resetForm(texts)}</div>
<p class="quiet">${texts.intro}</p>
${outcome !== undefined && notice(outcome)}
<nav class="tabs" aria-label="${texts.inspector}">${tabNames.map((name) => tabLink(name, view))}</nav>
<div class="inspector">${live !== undefined && html`<div data-live="${liveAddress}">${live}</div>`}${still !== undefined && html`<div class="still">${still}</div>`}</div>`;
  return { title: texts.inspector, content };
}

/** The part of the chosen tab that changes by itself; empty when nothing does. */
export function livePart(view: InspectorView): Html {
  return contentOf(view).live ?? html``;
}

function chosenTab({ chosen }: InspectorView): TabName {
  return tabNames.find((name) => name === chosen.get('tab')) ?? 'requests';
}

function contentOf(view: InspectorView): TabContent {
  return tabs[chosenTab(view)](view);
}

function tabLink(name: TabName, view: InspectorView): Html {
  const isChosen = name === chosenTab(view);
  return html`<a href="${linkTo({ tab: name })}"${isChosen && html` aria-current="page"`}>${view.texts[name]}</a>`;
}

function notice({ kind, text }: Outcome): Html {
  if (kind === 'done') return html`<p class="notice" role="status">${text}</p>`;
  return html`<div class="problem" role="alert"><strong>${text}</strong></div>`;
}

/** Asked twice: there is no way back. */
function resetForm(texts: InspectorTexts): Html {
  return html`<div class="tools">${actButton(texts.clear, { act: 'clear' })}
<details class="options"><summary class="button">${texts.reset}</summary><div class="options-list reset"><p>${texts.resetHint}</p>${actButton(texts.resetNow, { act: 'reset' })}</div></details></div>`;
}
