import { html } from 'hono/html';
import type { InstalledApp } from '../../apps/installed-app.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import { findProject } from '../../world/lookup.ts';
import { settingsForm } from './settings-form.ts';
import { actButton, type InspectorView, linkTo, type TabContent, table } from './view.ts';

/** The installed apps; of one that is chosen its projects and settings, all of which can be changed. */
export function appsTab(view: InspectorView): TabContent {
  const { sandbox, texts, chosen } = view;
  const app = sandbox.apps.byName(chosen.get('app') ?? '');
  const list = table({
    caption: texts.apps,
    headings: [texts.app, texts.status],
    rows: sandbox.apps.all().map((one) => row(one, one === app, view)),
    empty: texts.noApps,
  });
  return { still: html`${list}${uploadForm(view)}${app !== undefined && detail(app, view)}` };
}

function row(app: InstalledApp, isChosen: boolean, { texts }: InspectorView): Html {
  const { name, title, version } = app.package;
  const state = app.isActive() ? texts.active : texts.inactive;
  return html`<tr><td><a href="${linkTo({ tab: 'apps', app: name })}"${isChosen && html` aria-current="true"`}>${title} ${version}</a></td><td>${state} <span class="quiet">${app.obstacles().join('; ')}</span></td></tr>`;
}

function uploadForm({ texts }: InspectorView): Html {
  return html`<form method="post" enctype="multipart/form-data" class="form"><h2>${texts.upload}</h2>
<input type="hidden" name="act" value="upload">
<label class="line"><span>${texts.file}</span> <input type="file" name="file" accept=".zip" required></label>
<button class="button">${texts.import}</button></form>`;
}

function detail(app: InstalledApp, view: InspectorView): Html {
  const { sandbox, tx, texts, chosen } = view;
  const record = sandbox.apps.record(app);
  const key = chosen.get('project') ?? '';
  const project = findProject(tx, key);
  const usage = project === undefined ? undefined : record.usages.get(project);
  const projects = table({
    caption: texts.projects,
    headings: [texts.project, texts.status, texts.action],
    rows: [...tx.all('Project')].map((id) => projectRow(app, id, view)),
    empty: '',
  });
  return html`<section aria-labelledby="chosen"><h2 id="chosen">${app.package.title}</h2>${projects}
${usage !== undefined && settingsForm({ app, title: texts.projectSettings.replace('{project}', key), level: 'PROJECT', project: key, enabled: usage.enabled, stored: usage.settings }, view)}
${settingsForm({ app, title: texts.globalSettings, level: 'GLOBAL', project: undefined, enabled: record.enabled, stored: record.settings }, view)}</section>`;
}

function projectRow(app: InstalledApp, id: string, { tx, texts }: InspectorView): Html {
  const key = String(tx.get(id, 'key'));
  const label = `${key} ${String(tx.get(id, 'name'))}`;
  const { name } = app.package;
  const isAttached = app.isAttached(id);
  const act = isAttached ? 'detach' : 'attach';
  const link = isAttached
    ? html`<a href="${linkTo({ tab: 'apps', app: name, project: key })}">${label}</a>`
    : html`${label}`;
  const state = isAttached
    ? `${texts.attached}, ${app.isActive(id) ? texts.active : texts.inactive}`
    : texts.notAttached;
  const reasons = isAttached && html` <span class="quiet">${app.obstacles(id).join('; ')}</span>`;
  return html`<tr><td>${link}</td><td>${state}${reasons}</td><td>${actButton(texts[act], { act, app: name, project: key }, `${texts[act]}: ${key}`)}</td></tr>`;
}
