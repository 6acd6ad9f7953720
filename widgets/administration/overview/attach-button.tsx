import { useState } from 'preact/hooks';
import { Button } from '../../shared/components/button.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { useAdminTranslator } from '../translation.ts';
import type { AttachApp } from './attach-app.ts';

interface AttachButtonProps {
  readonly projects: readonly string[];
  readonly attach: AttachApp;
  readonly onDone: () => void;
}

/** Attaches the app to the chosen projects that it is missing in. */
export function AttachButton({ projects, attach, onDone }: AttachButtonProps) {
  const { text, list } = useAdminTranslator();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const chosen = projects.filter((project) => !left.has(project));
  function toggle(project: string): void {
    const next = new Set(left);
    if (!next.delete(project)) next.add(project);
    setLeft(next);
  }
  async function attachChosen(): Promise<void> {
    setBusy(true);
    setFailed(await attach(chosen));
    setBusy(false);
    onDone();
  }
  return (
    <div class="tl-attach">
      <fieldset class="tl-choices">
        <legend class="tl-hidden">{text('overview.attach.which')}</legend>
        {projects.map((project) => (
          <label key={project} class="tl-choice">
            <input type="checkbox" checked={!left.has(project)} onChange={() => toggle(project)} /> {project}
          </label>
        ))}
      </fieldset>
      <Button onClick={attachChosen} disabled={chosen.length === 0} loader={isBusy}>
        {text('overview.attach', { count: chosen.length })}
      </Button>
      {failed.length > 0 && (
        <Notice tone="error">{text('overview.attach.failed', { list: list(failed) })}</Notice>
      )}
    </div>
  );
}
