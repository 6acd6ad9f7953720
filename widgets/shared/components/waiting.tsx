import type { ComponentChildren } from 'preact';
import { useTranslator } from '../i18n/translation.ts';
import { Delayed } from './delayed.tsx';
import { Loader } from './loader.tsx';

/** The loader of a wait that has become noticeable, under the heading of what is awaited. */
export function Waiting({ heading }: { readonly heading?: ComponentChildren }) {
  const translator = useTranslator();
  return (
    <Delayed>
      {heading}
      <p class="tl-waiting" role="status">
        <Loader>{translator.text('waiting')}</Loader>
      </p>
    </Delayed>
  );
}
