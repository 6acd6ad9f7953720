import { useCallback } from 'preact/hooks';
import type { ProjectSetting } from '../../src/pages/project-settings-answer.ts';
import { Loading } from '../shared/components/loading.tsx';
import { Notice } from '../shared/components/notice.tsx';
import { useAnswer } from '../shared/components/use-answer.ts';
import type { ProjectApi } from './project-api.ts';
import { isNone, settingText } from './setting-text.ts';
import { SettingsForm } from './settings-form.tsx';
import { useProjectTranslator } from './translation.ts';

/** What Tracker is told of the project's issues, and the form to change it. */
export function ProjectSettings({ api }: { readonly api: ProjectApi }) {
  const translator = useProjectTranslator();
  const { loading, data, reload, replace } = useAnswer(useCallback(() => api.settings(), [api]));
  return (
    <section aria-labelledby="tl-settings-title">
      <h2 id="tl-settings-title">{translator.text('project.settings')}</h2>
      {data === undefined ? (
        <Loading loading={loading} what={translator.text('project.settingsNotLoaded')} onRetry={reload} />
      ) : (
        <>
          <Facts settings={data.settings.filter((setting) => !isDefault(setting))} />
          <p class="tl-note">
            {translator.text(data.settings.every(isDefault) ? 'project.allDefault' : 'project.restDefault')}
          </p>
          {data.settings.filter(isMissing).map(({ name, value }) => (
            <Notice key={name} tone="warning">
              {translator.text('project.fieldMissing', { field: value })}
            </Notice>
          ))}
          {data.mayEdit ? (
            <SettingsForm api={api} saved={data.settings} onSaved={replace} />
          ) : (
            <>
              <details class="tl-fold">
                <summary>{translator.text('project.showDefaults')}</summary>
                <Facts settings={data.settings.filter(isDefault)} />
              </details>
              <p class="tl-note">{translator.text('project.mayNot')}</p>
            </>
          )}
        </>
      )}
    </section>
  );
}

/** Somebody has named a field that can tell nothing. */
function isMissing(setting: ProjectSetting): boolean {
  return setting.fieldExists === false && !isNone(setting);
}

/** Nobody has said anything about it; the form says what holds then. */
function isDefault({ source }: ProjectSetting): boolean {
  return source === 'default';
}

function Facts({ settings }: { readonly settings: readonly ProjectSetting[] }) {
  if (settings.length === 0) return null;
  return (
    <dl class="tl-facts">
      {settings.map((setting) => (
        <Fact key={setting.name} setting={setting} />
      ))}
    </dl>
  );
}

function Fact({ setting }: { readonly setting: ProjectSetting }) {
  const translator = useProjectTranslator();
  const { name, value, source } = setting;
  return (
    <div class="tl-fact">
      <dt>{translator.text(`project.setting.${name}`)}</dt>
      {isNone(setting) ? (
        <dd>{translator.text('project.noneFound')}</dd>
      ) : (
        <dd>
          {settingText(name, value, translator)}{' '}
          <span class="tl-note">{translator.text(`project.source.${source}`)}</span>
        </dd>
      )}
    </div>
  );
}
