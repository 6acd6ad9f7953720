import closeIcon from '@jetbrains/icons/close';
import Button from '@jetbrains/ring-ui-built/components/button/button';
import Input, { Size } from '@jetbrains/ring-ui-built/components/input/input';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translation.ts';
import { type BoxHint, hintAfterEnter, hintWhileTyping } from './box-hint.ts';
import { readTrackerKeys } from './read-tracker-keys.ts';

interface AddBoxProps {
  /** Keys that have a row already. */
  readonly linked: ReadonlySet<string>;
  readonly onAdd: (issueKeys: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The box that takes a key, several, a Tracker address or any text with keys in it. Enter adds, Escape leaves. */
export function AddBox({ linked, onAdd, onClose }: AddBoxProps) {
  const translator = useTranslator();
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState('');
  const [answered, setAnswered] = useState<BoxHint>();
  useLayoutEffect(() => input.current?.focus(), []);

  const read = readTrackerKeys(value);
  const situation = { translator, read, linked, isEmpty: value.trim() === '' };
  const hint = answered ?? hintWhileTyping(situation);

  function type(text: string): void {
    setValue(text);
    setAnswered(undefined);
  }
  function submit(event: Event): void {
    event.preventDefault();
    setAnswered(hintAfterEnter(situation));
    if (read.keys.length > 0) onAdd(read.keys);
    setValue(read.malformed.join(' '));
    input.current?.focus();
  }

  return (
    <form class="tl-box" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <Input
        inputRef={input}
        size={Size.FULL}
        value={value}
        placeholder={translator.text('box.placeholder')}
        aria-label={translator.text('box.label')}
        aria-describedby="tl-box-hint"
        aria-invalid={hint.isError}
        autoComplete="off"
        spellcheck={false}
        onChange={(event) => type(event.currentTarget.value)}
        onPaste={(event) => pasteAsOneLine(event, type)}
      />
      <Button primary type="submit">
        {translator.text('box.add')}
      </Button>
      <Button
        icon={closeIcon}
        title={translator.text('box.close')}
        aria-label={translator.text('box.close')}
        onClick={onClose}
      />
      <Hint hint={hint} />
    </form>
  );
}

function Hint({ hint }: { readonly hint: BoxHint }) {
  return (
    <div id="tl-box-hint" class={hint.isError ? 'tl-hint tl-error' : 'tl-hint'} role="status">
      {hint.texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** Browsers glue the lines of a pasted text together; keys on lines of their own must stay apart. */
function pasteAsOneLine(event: ClipboardEvent, type: (text: string) => void): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const input = event.currentTarget;
  if (!text.includes('\n') || !(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  input.setRangeText(text.replace(/\s+/g, ' '), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  type(input.value);
}
