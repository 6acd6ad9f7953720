import type { ProjectSetting } from '../../src/pages/project-settings-answer.ts';
import { type Choice, SelectField } from '../shared/lists/select-field.tsx';
import { isNone, settingText } from './setting-text.ts';
import { listChoices, type SettingChoice } from './settings-form-state.ts';
import { type ProjectTranslator, useProjectTranslator } from './translation.ts';

interface SettingSelectProps {
  readonly setting: ProjectSetting;
  readonly value: string;
  readonly isBad: boolean;
  readonly onChange: (value: string) => void;
}

/** One setting: to leave it to the whole app, which says what would hold then, or one of what fits. */
export function SettingSelect({ setting, value, isBad, onChange }: SettingSelectProps) {
  const translator = useProjectTranslator();
  const { name } = setting;
  return (
    <SelectField
      id={`tl-${name}`}
      label={translator.text(`project.setting.${name}`)}
      value={value}
      choices={[
        { value: '', label: otherwiseText(setting, translator) },
        ...listChoices(setting).map((choice) => toChoice(setting, choice, translator)),
      ]}
      help={name === 'disclosure' ? translator.text('project.help.disclosure') : undefined}
      error={isBad ? translator.text('project.bad') : undefined}
      onChange={onChange}
    />
  );
}

function otherwiseText({ name, otherwise }: ProjectSetting, translator: ProjectTranslator): string {
  if (isNone(otherwise)) return translator.text('project.whole.none');
  const shown = settingText(name, otherwise.value, translator);
  const value = otherwise.fieldExists === false ? translator.text('project.unfit', { value: shown }) : shown;
  const isFoundByType = name !== 'disclosure' && otherwise.source === 'default';
  return translator.text(isFoundByType ? 'project.whole.found' : 'project.whole.set', { value });
}

function toChoice(
  { name }: ProjectSetting,
  { value, isIdle }: SettingChoice,
  translator: ProjectTranslator,
): Choice<string> {
  const shown = settingText(name, value, translator);
  if (!isIdle) return { value, label: shown };
  const reason = name === 'disclosure' ? 'project.tooLax' : 'project.unfit';
  return { value, label: translator.text(reason, { value: shown }) };
}
