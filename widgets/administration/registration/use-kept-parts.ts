import { useCallback, useRef, useState } from 'preact/hooks';
import type { LetterParts } from '../../../src/registration/letter-parts.ts';
import type { Failure } from '../../shared/host/failure.ts';
import type { AdminApi } from '../admin-api.ts';
import type { LetterChoices } from './registration-choices.tsx';

/** Nobody waits for it; long enough that a word is typed to its end. */
const keepAfterMs = 500;

export interface KeptParts {
  /** Undefined once what was typed is kept. */
  readonly failure: Failure | undefined;
  /** Keeps what a person has written into the letter, once they have stopped typing, for whoever opens the page next. */
  keep(choices: LetterChoices): void;
}

export function useKeptParts(api: Pick<AdminApi, 'keepLetter'>): KeptParts {
  const [failure, setFailure] = useState<Failure>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef<string>(undefined);
  const keep = useCallback(
    (choices: LetterChoices) => {
      clearTimeout(timer.current);
      const parts = toParts(choices);
      timer.current = setTimeout(async () => {
        if (JSON.stringify(parts) === last.current) return;
        const outcome = await api.keepLetter(parts);
        if (outcome.ok) last.current = JSON.stringify(parts);
        setFailure(outcome.ok ? undefined : outcome.failure);
      }, keepAfterMs);
    },
    [api],
  );
  return { failure, keep };
}

/** What differs from a letter nobody has written into. */
export function toParts({ organization, contact = '', names }: LetterChoices): LetterParts {
  const given = Object.entries(names).filter(([, name]) => name.trim() !== '');
  return {
    ...(organization.name.trim() !== '' && { organization: organization.name.trim() }),
    ...(contact.trim() !== '' && { contact: contact.trim() }),
    ...(given.length > 0 && { names: Object.fromEntries(given) }),
  };
}

/** The same the other way round; what somebody has typed already stays. */
export function fillParts(choices: LetterChoices, parts: LetterParts): LetterChoices {
  const { organization } = choices;
  return {
    ...choices,
    organization: { ...organization, name: organization.name || (parts.organization ?? '') },
    contact: choices.contact ?? parts.contact,
    names: { ...parts.names, ...choices.names },
  };
}
