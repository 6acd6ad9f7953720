import LoaderInline from '@jetbrains/ring-ui-built/components/loader-inline/loader-inline';
import { useTranslator } from '../i18n/translation.ts';
import { Delayed } from './delayed.tsx';

/** The loader of a wait that has become noticeable. */
export function Waiting() {
  const translator = useTranslator();
  return (
    <Delayed>
      <p class="tl-waiting" role="status">
        <LoaderInline>{translator.text('waiting')}</LoaderInline>
      </p>
    </Delayed>
  );
}
