import exceptionIcon from '@jetbrains/icons/exception';
import successIcon from '@jetbrains/icons/success';
import warningIcon from '@jetbrains/icons/warning';
import Button from '@jetbrains/ring-ui-built/components/button/button';
import Icon from '@jetbrains/ring-ui-built/components/icon/icon';
import { Loading } from '../../shared/components/loading.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { useAdminTranslator } from '../translation.ts';
import type { Checks } from './create-checks.ts';
import { type Finding, toCheckFinding, toProbeFinding } from './finding.ts';

/** Whether the app works here, what is wrong, and what to do about it. */
export function ChecksSection({ checks }: { readonly checks: Checks }) {
  const translator = useAdminTranslator();
  const { loading, data, reload } = useAnswer(checks);
  return (
    <section aria-labelledby="tl-checks-title" aria-busy={loading === 'waiting'}>
      <h2 id="tl-checks-title">{translator.text('checks.title')}</h2>
      <p>{translator.text('checks.why')}</p>
      <Button onClick={reload} loader={loading === 'waiting' && data !== undefined}>
        {translator.text('checks.again')}
      </Button>
      {data === undefined || typeof loading === 'object' ? (
        <Loading loading={loading} onRetry={reload} />
      ) : (
        <>
          <h3>{translator.text('checks.endpoints')}</h3>
          <Findings findings={data.probes.map((probe) => toProbeFinding(probe, translator))} />
          <h3>{translator.text('checks.configuration')}</h3>
          <Findings findings={data.checks.map((check) => toCheckFinding(check, translator))} />
          <p class="tl-note">{translator.text('checks.version', { version: data.version })}</p>
        </>
      )}
    </section>
  );
}

const icons = { ok: successIcon, warning: warningIcon, failed: exceptionIcon };

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const translator = useAdminTranslator();
  return (
    <ul class="tl-findings">
      {findings.map(({ id, state, title, detail }) => (
        <li key={id} class={`tl-finding tl-${state}`} data-check={id} data-state={state}>
          <Icon glyph={icons[state]} className="tl-finding-icon" />
          <div>
            <b>{title}</b>
            <span class="tl-hidden">{` ${translator.text(`checks.${state}`)}`}</span>
            <p>{detail}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
