import type { HeldSetting, SettingName } from '../../src/pages/project-settings-answer.ts';
import { disclosures } from '../../src/protocol/disclosure.ts';
import type { ProjectTranslator } from './translation.ts';

/** A level in words, a field by its name. */
export function settingText(name: SettingName, value: string, { text }: ProjectTranslator): string {
  const level = name === 'disclosure' ? disclosures.find((one) => one === value) : undefined;
  return level === undefined ? value : text(`project.disclosure.${level}`);
}

/** Nobody has named a field, and none was found by its type: that is no mistake of anybody's. */
export function isNone({ fieldExists, source }: HeldSetting): boolean {
  return fieldExists === false && source === 'default';
}
