import copyIcon from '@jetbrains/icons/copy';
import successIcon from '@jetbrains/icons/success';
import { Button } from '../../shared/components/button.tsx';
import { useAdminTranslator } from '../translation.ts';
import { useCopy } from './use-copy.ts';

interface CopyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** One value for one field of somebody else's form. */
export function CopyField({ id, label, text }: CopyFieldProps) {
  const translator = useAdminTranslator();
  const { area, copied, copy } = useCopy(text);
  return (
    <div class="ring-input-outerContainer ring-input-heightM tl-copy-field">
      <label for={id} class="ring-control-label-label ring-control-label-secondaryLabel">
        {label}
      </label>
      <div class="tl-copy-line">
        <textarea
          id={id}
          ref={area}
          rows={1}
          class="ring-input-input tl-copy-value"
          readOnly
          spellcheck={false}
          value={text}
        />
        <Button
          onClick={copy}
          icon={copied === 'copied' ? successIcon : copyIcon}
          title={translator.text('copyOne', { name: label })}
          aria-label={translator.text('copyOne', { name: label })}
        />
      </div>
      <span role="status" class={copied === 'by hand' ? 'tl-copied' : 'tl-hidden'}>
        {copied === 'copied' && translator.text('copied')}
        {copied === 'by hand' && translator.text('copyByHand')}
      </span>
    </div>
  );
}
