import { Notice } from '../../shared/components/notice.tsx';
import { toKeysText } from '../../shared/i18n/keys-text.ts';
import { SelectField } from '../../shared/lists/select-field.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { ProjectName } from '../youtrack-facts.ts';
import type { ImportSummary } from './import-summary.ts';
import type { Renames } from './rename-keys.ts';

interface ImportPlanProps {
  readonly summary: ImportSummary;
  readonly isDone: boolean;
  readonly renames: Renames;
  readonly projects: readonly ProjectName[];
  readonly onRename: (former: string, current: string) => void;
}

/** What an import would do, or has done; what could not be found may be called otherwise now. */
export function ImportPlan({ summary, isDone, renames, projects, onRename }: ImportPlanProps) {
  const translator = useAdminTranslator();
  const { changed, added, removed, same, kept, unreadable, full, absent } = summary;
  const left = [
    ['transfer.kept', kept],
    ['transfer.unreadable', unreadable],
    ['transfer.full', full],
  ] as const;
  const former = [...new Set([...absent.keys(), ...Object.keys(renames)])].filter((key) => key !== '');
  return (
    <>
      <Notice tone={isDone ? 'success' : 'info'}>
        {translator.text(isDone ? 'transfer.done' : 'transfer.planned', { changed, added, removed, same })}
      </Notice>
      {left.map(
        ([message, keys]) =>
          keys.length > 0 && (
            <p key={message}>{translator.text(message, { keys: toKeysText(translator, keys) })}</p>
          ),
      )}
      {[...absent].map(([project, keys]) => (
        <p key={project}>{translator.text('transfer.absent', { keys: toKeysText(translator, keys) })}</p>
      ))}
      {!isDone && former.length > 0 && (
        <div class="tl-form">
          {former.map((key) => (
            <SelectField
              key={key}
              id={`tl-rename-${key}`}
              label={translator.text('transfer.rename', { project: key })}
              value={renames[key] ?? ''}
              choices={[
                { value: '', label: translator.text('transfer.notRenamed') },
                ...projects.map((project) => ({
                  value: project.key,
                  label: `${project.key} · ${project.name}`,
                })),
              ]}
              onChange={(current) => onRename(key, current)}
            />
          ))}
        </div>
      )}
    </>
  );
}
