import exceptionIcon from '@jetbrains/icons/exception';
import helpIcon from '@jetbrains/icons/help';
import successIcon from '@jetbrains/icons/success';
import warningIcon from '@jetbrains/icons/warning';
import { Button } from '../../shared/components/button.tsx';
import { Icon } from '../../shared/components/icon.tsx';
import { Loading } from '../../shared/components/loading.tsx';
import { useAnswer } from '../../shared/components/use-answer.ts';
import { useAdminTranslator } from '../translation.ts';
import type { Checks } from './create-checks.ts';
import { type Finding, toCheckFinding, toProbeFinding } from './finding.ts';
import { LastCalls } from './last-calls.tsx';
import { toLetterFindings, toOutsideFindings } from './letter-findings.ts';

/** Whether the app works here, what is wrong, and what to do about it; each finding says what was called, and what came. */
export function ChecksSection({ checks }: { readonly checks: Checks }) {
  const translator = useAdminTranslator();
  const { loading, data, reload } = useAnswer(checks);
  const { text } = translator;
  return (
    <section aria-labelledby="tl-checks-title" aria-busy={loading === 'waiting'}>
      <h2 id="tl-checks-title">{text('checks.title')}</h2>
      <p>{text('checks.why', { name: YTApp.me.name ?? YTApp.me.login })}</p>
      <Button onClick={reload} loader={loading === 'waiting' && data !== undefined}>
        {text('checks.again')}
      </Button>
      {data === undefined || typeof loading === 'object' ? (
        <Loading loading={loading} onRetry={reload} />
      ) : (
        <>
          <h3>{text('checks.letter')}</h3>
          <Findings findings={toLetterFindings(data.letter, translator)} />
          <h3>{text('checks.endpoints')}</h3>
          <Findings findings={data.probes.map((probe) => toProbeFinding(probe, translator))} />
          <h3>{text('checks.outside')}</h3>
          <Findings findings={toOutsideFindings(data.status.calls, translator)} />
          <LastCalls calls={data.status.calls} />
          <h3>{text('checks.configuration')}</h3>
          <Findings findings={data.status.checks.map((check) => toCheckFinding(check, translator))} />
          <p class="tl-note">{text('checks.version', { version: data.status.app.version })}</p>
        </>
      )}
    </section>
  );
}

const icons = { ok: successIcon, warning: warningIcon, failed: exceptionIcon, unknown: helpIcon };

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const translator = useAdminTranslator();
  return (
    <ul class="tl-findings">
      {findings.map(({ id, state, title, detail, called }) => (
        <li key={id} class={`tl-finding tl-${state}`} data-check={id} data-state={state}>
          <Icon glyph={icons[state]} class="tl-finding-icon" />
          <div>
            <b>{title}</b>
            <span class="tl-hidden">{` ${translator.text(`checks.${state}`)}`}</span>
            <p>{detail}</p>
            {called !== undefined && <code class="tl-called">{called}</code>}
          </div>
        </li>
      ))}
    </ul>
  );
}
