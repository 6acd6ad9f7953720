import { html } from 'hono/html';
import type { StoredSettings } from '../../apps/app-record.ts';
import type { InstalledApp } from '../../apps/installed-app.ts';
import { isJsonObject, type Json } from '../../apps/json.ts';
import { secretMask } from '../../apps/parse-setting.ts';
import type { SettingDeclaration } from '../../apps/setting-declaration.ts';
import type { Html } from '../../widget-host/pages/layout.ts';
import type { Transaction } from '../../world/transaction.ts';
import { labelOf } from '../describe-commit.ts';
import type { InspectorView } from './view.ts';

export interface SettingsLevel {
  readonly app: InstalledApp;
  readonly title: string;
  readonly level: 'GLOBAL' | 'PROJECT';
  readonly project: string | undefined;
  readonly enabled: boolean;
  readonly stored: StoredSettings;
}

/** The settings of an app at one level. No secret is in the page: an empty field keeps it. */
export function settingsForm(level: SettingsLevel, view: InspectorView): Html {
  const { app, title, project, enabled, stored } = level;
  const { texts } = view;
  const declared = app.package.settings.filter(({ scope }) => scope === 'BOTH' || scope === level.level);
  return html`<form method="post" class="form"><h3>${title}</h3>
<input type="hidden" name="act" value="save-settings"><input type="hidden" name="app" value="${app.package.name}">
${project !== undefined && html`<input type="hidden" name="project" value="${project}">`}
<label class="line"><input type="checkbox" name="enabled" value="true"${enabled && html` checked`}> <span>${texts.enabled}</span></label>
${declared.length === 0 && html`<p class="quiet">${texts.noSettings}</p>`}
${declared.map((declaration) => field(declaration, { stored: stored[declaration.name], level: level.level }, view))}
<button class="button button-primary">${texts.save}</button></form>`;
}

interface FieldPlace {
  readonly stored: Json | undefined;
  readonly level: string;
}

function field(declaration: SettingDeclaration, { stored, level }: FieldPlace, view: InspectorView): Html {
  const { name, schema, isRequired } = declaration;
  const { texts } = view;
  const id = `${level}-${name}`.toLowerCase();
  const title = typeof schema.title === 'string' ? schema.title : name;
  const description = typeof schema.description === 'string' ? schema.description : undefined;
  return html`<div class="field"><label for="${id}">${title} ${title !== name && html`<span class="quiet">${name}</span>`} ${isRequired && html`<span class="quiet">(${texts.required})</span>`}</label>
${input(declaration, { id, stored, description }, view)}
${description !== undefined && html`<p class="quiet" id="${id}-hint">${description}</p>`}
${declaration.type === 'secret' && stored !== undefined && html`<label class="line"><input type="checkbox" name="forget:${name}" value="true"> <span>${texts.forgetSecret.replace('{name}', name)}</span></label>`}</div>`;
}

interface InputPlace {
  readonly id: string;
  readonly stored: Json | undefined;
  readonly description: string | undefined;
}

function input(
  { name, type, schema }: SettingDeclaration,
  { id, stored, description }: InputPlace,
  { texts, tx }: InspectorView,
): Html {
  const common = html`id="${id}" name="setting:${name}"${description !== undefined && html` aria-describedby="${id}-hint"`}`;
  const value = toText(stored, tx);
  if (type === 'secret') {
    const placeholder = stored === undefined ? '' : `${secretMask} ${texts.secretSet}`;
    return html`<input type="password" autocomplete="off" ${common} placeholder="${placeholder}">`;
  }
  if (type === 'boolean')
    return select(common, value, [
      ['', texts.unset],
      ['true', texts.yes],
      ['false', texts.no],
    ]);
  if (Array.isArray(schema.enum))
    return select(common, value, [
      ['', texts.unset],
      ...schema.enum.map((one) => [String(one), String(one)] as const),
    ]);
  const isNumber = type === 'integer' || type === 'number';
  return html`<input type="${isNumber ? 'number' : 'text'}"${isNumber && html` step="any"`} ${common} value="${value}">`;
}

function select(common: Html, chosen: string, options: readonly (readonly [string, string])[]): Html {
  return html`<select ${common}>${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select>`;
}

/** Entities by what they are known by, several of them with commas. */
function toText(stored: Json | undefined, tx: Transaction): string {
  if (stored === undefined || stored === null) return '';
  if (Array.isArray(stored)) return stored.map((one) => toText(one, tx)).join(', ');
  if (isJsonObject(stored)) return typeof stored.ref === 'string' ? labelOf(tx, stored.ref) : '';
  return String(stored);
}
