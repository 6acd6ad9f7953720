import type { ProjectSetting, SettingName } from '../../src/pages/project-settings-answer.ts';
import { disclosures } from '../../src/protocol/disclosure.ts';

/** What stands in the form; an empty text leaves it to the whole app. */
export type SettingsForm = Readonly<Record<SettingName, string>>;

/** What can be chosen for one setting, besides leaving it to the whole app. */
export interface SettingChoice {
  readonly value: string;
  /** Stands there, but has no effect: a level that the whole app is stricter than, a field that does not fit. */
  readonly isIdle: boolean;
}

/** What the project says now. A field is chosen by the project's spelling, whatever the letter case it is stored in. */
export function toForm(settings: readonly ProjectSetting[]): SettingsForm {
  const form = { disclosure: '', statusField: '', deadlineField: '', assigneeField: '' };
  for (const setting of settings) form[setting.name] = chosenIn(setting);
  return form;
}

/** The choices that have an effect, and the one that stands there even where it has none. */
export function listChoices(setting: ProjectSetting): readonly SettingChoice[] {
  const offered = (setting.choices ?? []).filter((choice) => !isLaxer(setting, choice));
  const chosen = chosenIn(setting);
  const choices = offered.map((value) => ({ value, isIdle: false }));
  return chosen === '' || offered.includes(chosen) ? choices : [{ value: chosen, isIdle: true }, ...choices];
}

function chosenIn({ own = '', choices = [] }: ProjectSetting): string {
  return choices.find((choice) => choice.toLowerCase() === own.toLowerCase()) ?? own;
}

function isLaxer({ name, otherwise }: ProjectSetting, choice: string): boolean {
  const levels: readonly string[] = disclosures;
  return name === 'disclosure' && levels.indexOf(choice) < levels.indexOf(otherwise.value);
}
