import copyIcon from '@jetbrains/icons/copy';
import { Button } from '../../shared/components/button.tsx';
import { useAdminTranslator } from '../translation.ts';
import { useCopy } from './use-copy.ts';

interface CopyBoxProps {
  readonly label: string;
  readonly text: string;
  /** A newer text is on its way: what stands here must not be taken. */
  readonly isStale?: boolean;
}

/** A text to be taken elsewhere as a whole. */
export function CopyBox({ label, text, isStale = false }: CopyBoxProps) {
  const translator = useAdminTranslator();
  const { area, copied, copy } = useCopy(text);
  return (
    <div class="ring-input-outerContainer ring-input-heightM tl-copy">
      <textarea ref={area} class="ring-input-input tl-copy-text" aria-label={label} readOnly value={text} />
      <div class="tl-buttons">
        <Button disabled={isStale} onClick={copy} iconRight={copyIcon}>
          {translator.text('copy')}
        </Button>
        <span role="status" class="tl-copied">
          {copied === 'copied' && translator.text('copied')}
          {copied === 'by hand' && translator.text('copyByHand')}
        </span>
      </div>
    </div>
  );
}
