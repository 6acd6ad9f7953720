import { useTranslator } from '../i18n/translation.ts';
import type { Trouble } from './links-state.ts';

/** What went wrong beside the rows, and why. It is tried again by itself, or by the button that it came from. */
export function TroubleNote({ trouble: { what, failure } }: { readonly trouble: Trouble }) {
  const translator = useTranslator();
  return (
    <p class="tl-note tl-error" role="status">
      {translator.text(`trouble.${what}`)} {translator.text(`failure.${failure.kind}`)}
    </p>
  );
}
