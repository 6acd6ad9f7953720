import { toKeysText } from '../i18n/keys-text.ts';
import { useTranslator } from '../i18n/translation.ts';
import type { Said } from './links-state.ts';

/** Tells those who listen what has just happened. */
export function Announcer({ said }: { readonly said: Said | undefined }) {
  const translator = useTranslator();
  const text =
    said === undefined
      ? ''
      : translator.text(`said.${said.what}`, {
          count: said.issueKeys.length,
          keys: toKeysText(translator, said.issueKeys),
        });
  return (
    <p class="tl-hidden" role="status">
      {text}
    </p>
  );
}
