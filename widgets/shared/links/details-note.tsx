import { Moment } from '../components/moment.tsx';
import { useTranslator } from '../i18n/translation.ts';
import type { Details } from './links-state.ts';
import { useProblemText } from './use-problem-text.ts';

/** Says how old it is what the rows say of Tracker's issues, and why, once for all of them. */
export function DetailsNote({ details }: { readonly details: Details | undefined }) {
  const translator = useTranslator();
  const reason = useProblemText(details?.problem);
  if (details?.problem === undefined) return null;
  const readAt = [...details.of.values()]
    .map((one) => Date.parse(one.readAt))
    .sort((one, other) => one - other)[0];
  return (
    <p class="tl-note">
      {readAt !== undefined && (
        <>
          {translator.text('details.asOf')} <Moment at={new Date(readAt)} />
          {'. '}
        </>
      )}
      {reason}
    </p>
  );
}
