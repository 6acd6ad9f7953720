import exceptionIcon from '@jetbrains/icons/exception';
import helpIcon from '@jetbrains/icons/help';
import infoIcon from '@jetbrains/icons/info-filled';
import successIcon from '@jetbrains/icons/success';
import warningIcon from '@jetbrains/icons/warning';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../shared/components/icon.tsx';
import { type AdminKey, useAdminTranslator } from '../translation.ts';
import type { Step, StepState } from './judge-steps.ts';

const icons = {
  done: successIcon,
  todo: warningIcon,
  wrong: exceptionIcon,
  unknown: helpIcon,
  optional: infoIcon,
};

/** The colours of the checks. */
const tones: Readonly<Record<StepState, string>> = {
  done: 'tl-ok',
  todo: 'tl-warning',
  wrong: 'tl-failed',
  unknown: 'tl-unknown',
  optional: 'tl-unknown',
};

interface StepLineProps {
  readonly step: Step;
  readonly children: ComponentChildren;
}

/** One step: how far it is, what was seen, and what to do. */
export function StepLine({ step, children }: StepLineProps) {
  const { text, list } = useAdminTranslator();
  const { id, state, reason, projects = [], login = '', count = 0 } = step;
  return (
    <li class={`tl-finding ${tones[state]}`} data-step={id} data-state={state}>
      <Icon glyph={icons[state]} class="tl-finding-icon" />
      <div class="tl-step-text">
        <b>{text(`overview.${id}`)}</b>
        <span class="tl-hidden">{` ${text(`overview.state.${state}`)}`}</span>
        <p>{text(`overview.${id}.${reason}` as AdminKey, { list: list(projects), login, count })}</p>
        {children}
      </div>
    </li>
  );
}
