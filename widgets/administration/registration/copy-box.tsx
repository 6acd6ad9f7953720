import copyIcon from '@jetbrains/icons/copy';
import Button from '@jetbrains/ring-ui-built/components/button/button';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAdminTranslator } from '../translation.ts';
import { copyText } from './copy-text.ts';

interface CopyBoxProps {
  readonly label: string;
  readonly text: string;
}

/** A text to be taken elsewhere as a whole. */
export function CopyBox({ label, text }: CopyBoxProps) {
  const translator = useAdminTranslator();
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'no' | 'copied' | 'by hand'>('no');
  useEffect(() => setCopied('no'), [text]);
  async function copy(): Promise<void> {
    setCopied((await copyText(text, area.current)) ? 'copied' : 'by hand');
  }
  return (
    <div class="ring-input-outerContainer ring-input-heightM tl-copy">
      <textarea
        ref={area}
        class="ring-input-input tl-copy-text"
        aria-label={label}
        readOnly
        rows={Math.min(30, text.split('\n').length + 1)}
        value={text}
      />
      <div class="tl-buttons">
        <Button primary onClick={copy} iconRight={copyIcon}>
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
