import { html } from 'hono/html';
import type { Language } from '../language.ts';
import type { EntityInfo } from '../outgoing/parse-entity-info.ts';
import type { ExternalLink } from '../read-external-links.ts';
import { parseTrackerTime } from '../tracker-time.ts';
import { explainFailure } from './explain-failure.ts';
import { formatDay, formatMoment } from './format-date.ts';
import type { Html } from './layout.ts';
import { type Texts, texts } from './texts.ts';

export interface LinkView {
  readonly issueKey: string;
  readonly link: ExternalLink;
  readonly language: Language;
  /** Epoch milliseconds: a deadline before that day is overdue. */
  readonly now: number;
}

/** One external link: icon, application, key, summary, status, resolution, assignee, moments, and what went wrong. */
export function renderExternalLink({ issueKey, link, language, now }: LinkView): Html {
  const t = texts[language];
  const icon = link.iconUrl === undefined ? '' : html`<img src="${link.iconUrl}" alt="">`;
  return html`<li class="link"><span class="icon">${icon}</span>
<div class="body">
<div class="muted small">${link.application.name}</div>
<div>${renderName(link)}</div>
<div class="meta">${renderMeta(link, language, now)}</div>
<div class="muted small">${renderMaker(link, language)}</div>
${renderProblems(link, language)}
</div>
<form method="post" action="/${issueKey}/links/${link.id}/remove">
<button class="quiet small" aria-label="${t.remove}: ${link.key}">${t.remove}</button>
</form></li>`;
}

const viaTexts = { page: 'viaPage', api: 'viaApi', trigger: 'viaTrigger' } as const;

/** Who made the link, how and when. */
function renderMaker({ via, createdBy, createdAt }: ExternalLink, language: Language): Html {
  const moment = formatMoment(createdAt, language);
  return html`<span data-via="${via}">${texts[language][viaTexts[via]]}</span>: ${createdBy}, <time>${moment} UTC</time>`;
}

/** The object's current key, which may be another than the one that the link was made with. */
function renderName({ key, url, info }: ExternalLink): Html {
  const shownKey = info.key ?? key;
  const name =
    url === undefined
      ? html`<span class="name">${shownKey}</span>`
      : html`<a class="name" href="${url}">${shownKey}</a>`;
  const line = html`${name}${info.summary ?? ''}`;
  return info.resolution === undefined ? line : html`<s>${line}</s>`;
}

function renderMeta({ info, assignee }: ExternalLink, language: Language, now: number): Html[] {
  const t = texts[language];
  return [
    ...(info.status === undefined ? [] : [renderStatus(info.status, info, t)]),
    ...(info.resolution === undefined ? [] : [renderResolution(info.resolution, t)]),
    ...(assignee === undefined
      ? []
      : [html`<span>${t.assignee}: <span class="value">${assignee}</span></span>`]),
    ...(info.updated === undefined ? [] : [renderUpdated(info.updated, language)]),
    ...(info.deadline === undefined ? [] : [renderDeadline(info.deadline, info, { language, now })]),
  ];
}

function renderStatus({ name, description }: Described, { resolution }: EntityInfo, t: Texts): Html {
  const badge = html`<span class="badge${resolution === undefined ? '' : ' done'}" title="${t.status}">${name}</span>`;
  return html`<span>${badge}${renderDescription(description)}</span>`;
}

function renderResolution({ name, description }: Described, t: Texts): Html {
  return html`<span>${t.resolution}: <span class="value">${name}</span>${renderDescription(description)}</span>`;
}

function renderDescription(description: string | undefined): Html | '' {
  return description === undefined ? '' : html` <span>${description}</span>`;
}

type Described = NonNullable<EntityInfo['status']>;

function renderUpdated(updated: string, language: Language): Html {
  const moment = html`<time datetime="${updated}">${formatMoment(parseTrackerTime(updated), language)} UTC</time>`;
  return html`<span>${texts[language].updated}: <span class="value">${moment}</span></span>`;
}

function renderDeadline(
  deadline: string,
  info: EntityInfo,
  { language, now }: Pick<LinkView, 'language' | 'now'>,
): Html {
  const t = texts[language];
  const today = new Date(now).toISOString().slice(0, 10);
  const isOverdue = info.resolution === undefined && deadline.slice(0, 10) < today;
  const day = html`<time class="value" datetime="${deadline}">${formatDay(deadline, language)}</time>`;
  return html`<span class="${isOverdue ? 'overdue' : ''}">${t.deadline}: ${day}${isOverdue ? ` (${t.overdue})` : ''}</span>`;
}

function renderProblems({ state, failure, problems }: ExternalLink, language: Language): Html | '' {
  const t = texts[language];
  if (state === 'late') return html`<div class="notice warn">${t.late}</div>`;
  if (failure !== undefined) {
    return html`<div class="notice bad">${t.failed}: ${explainFailure(failure, language)}.</div>`;
  }
  if (problems.length === 0) return '';
  const list = problems.map((problem) => html`<li>${problem}</li>`);
  return html`<div class="notice warn">${t.deviates}:<ul>${list}</ul></div>`;
}
