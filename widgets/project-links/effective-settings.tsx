import { useCallback } from 'preact/hooks';
import type { EffectiveSetting } from '../../src/pages/project-overview-answer.ts';
import { Loading } from '../shared/components/loading.tsx';
import { Notice } from '../shared/components/notice.tsx';
import { useAnswer } from '../shared/components/use-answer.ts';
import { Table } from '../shared/lists/table.tsx';
import type { ProjectApi } from './project-api.ts';
import { useProjectTranslator } from './translation.ts';

/** The disclosure level and field names that hold for the project, and where each was set. */
export function EffectiveSettings({ api }: { readonly api: ProjectApi }) {
  const translator = useProjectTranslator();
  const { loading, data, reload } = useAnswer(useCallback(() => api.overview(), [api]));
  return (
    <section aria-labelledby="tl-settings-title">
      <h2 id="tl-settings-title">{translator.text('project.settings')}</h2>
      {data === undefined ? (
        <Loading loading={loading} onRetry={reload} />
      ) : (
        <SettingsTable settings={data.settings} />
      )}
      <p class="tl-note">{translator.text('project.settingsWhere')}</p>
    </section>
  );
}

function SettingsTable({ settings }: { readonly settings: readonly EffectiveSetting[] }) {
  const translator = useProjectTranslator();
  const missing = settings.filter(({ fieldExists }) => fieldExists === false);
  return (
    <>
      <Table
        label={translator.text('project.settings')}
        rows={settings}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'name',
            title: translator.text('project.setting'),
            cell: ({ name }) => translator.text(`project.setting.${name}`),
          },
          {
            key: 'value',
            title: translator.text('project.value'),
            cell: (setting) => <SettingValue setting={setting} />,
          },
          {
            key: 'source',
            title: translator.text('project.source'),
            cell: ({ source }) => translator.text(`project.source.${source}`),
          },
        ]}
      />
      {missing.map(({ name, value }) => (
        <Notice key={name} tone="warning">
          <b>{value}</b> {translator.text('project.fieldMissing')}
        </Notice>
      ))}
    </>
  );
}

function SettingValue({ setting: { name, value } }: { readonly setting: EffectiveSetting }) {
  const translator = useProjectTranslator();
  if (name !== 'disclosure') return <>{value}</>;
  if (value !== 'full' && value !== 'status' && value !== 'key') return <>{value}</>;
  return <>{translator.text(`project.disclosure.${value}`)}</>;
}
