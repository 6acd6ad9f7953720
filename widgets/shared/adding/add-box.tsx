import closeIcon from '@jetbrains/icons/close';
import Button from '@jetbrains/ring-ui-built/components/button/button';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translation.ts';
import type { KnownNames, Offer } from '../pasting/paste.ts';
import { readPaste } from '../pasting/read-paste.ts';
import { type BoxHint, hintAfterEnter, hintWhileTyping } from './box-hint.ts';
import { Offers } from './offers.tsx';
import { pasteAsOneLine } from './paste-as-one-line.ts';
import { planAdding } from './plan-adding.ts';
import { useNames } from './use-names.ts';

interface AddBoxProps {
  /** Keys that have a row already. */
  readonly linked: ReadonlySet<string>;
  /** What tells a Tracker key from another word; asked once. */
  readonly readNames: () => Promise<KnownNames>;
  readonly onAdd: (issueKeys: readonly string[]) => void;
  readonly onClose: () => void;
}

/** What Enter left over: why, and what is still offered. */
interface LeftOver {
  readonly hint: BoxHint | undefined;
  readonly offers: readonly Offer[];
}

/**
 * The box that takes a key, several, a Tracker address or any text with keys in it. Enter adds, Escape leaves. Ring's input in
 * its own markup: the component brings 2 kB of what is not needed here.
 */
export function AddBox({ linked, readNames, onAdd, onClose }: AddBoxProps) {
  const translator = useTranslator();
  const input = useRef<HTMLInputElement>(null);
  const offersPlace = useRef<HTMLUListElement>(null);
  const [value, setValue] = useState('');
  const [leftOver, setLeftOver] = useState<LeftOver>();
  const [isEntered, setEntered] = useState(false);
  const names = useNames(readNames, linked);
  const paste = useMemo(() => readPaste(value, names.known), [value, names.known]);
  const plan = planAdding(paste, linked);
  const hint = leftOver?.hint ?? hintWhileTyping(translator, plan);
  const offers = (leftOver?.offers ?? plan.offers).filter(({ key }) => !linked.has(key));
  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (!isEntered || !names.isRead) return;
    setEntered(false);
    enter();
  }, [isEntered, names.isRead]);

  function type(text: string): void {
    setValue(text);
    setLeftOver(undefined);
  }
  function enter(): void {
    if (value.trim() === '') return;
    if (plan.adding.length + plan.present.length === 0 && offers.length > 0) {
      offersPlace.current?.querySelector('button')?.focus();
      return;
    }
    setLeftOver({ hint: hintAfterEnter(translator, plan), offers: plan.offers });
    if (plan.adding.length + plan.present.length > 0) onAdd([...plan.adding, ...plan.present]);
    setValue([...plan.later, ...plan.tooMany, ...paste.malformed].join(' '));
    input.current?.focus();
  }
  function take({ key }: Offer): void {
    onAdd([key]);
    if (offers.length === 1 && plan.adding.length === 0) setValue(paste.malformed.join(' '));
    input.current?.focus();
  }
  /** The browser submits no form whose button is off, and there may be offers to go to. */
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || event.target !== input.current) return;
    event.preventDefault();
    setEntered(true);
  }

  return (
    <form
      class="tl-box"
      onSubmit={(event) => {
        event.preventDefault();
        setEntered(true);
      }}
      onKeyDown={press}
    >
      <div class="ring-input-outerContainer ring-input-sizeFULL ring-input-heightM">
        <div class="ring-input-container">
          <input
            ref={input}
            class="ring-input-input"
            value={value}
            placeholder={translator.text('box.placeholder')}
            aria-label={translator.text('box.label')}
            aria-describedby="tl-box-hint"
            aria-invalid={hint.isError}
            autoComplete="off"
            spellcheck={false}
            onInput={(event) => type(event.currentTarget.value)}
            onPaste={(event) => pasteAsOneLine(event, type)}
          />
        </div>
      </div>
      <Button primary type="submit" disabled={plan.adding.length === 0}>
        {translator.text('box.add')}
      </Button>
      <Button
        icon={closeIcon}
        title={translator.text('box.close')}
        aria-label={translator.text('box.close')}
        onClick={onClose}
      />
      <div id="tl-box-hint" class={hint.isError ? 'tl-hint tl-error' : 'tl-hint'} role="status">
        {hint.texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {offers.length > 0 && <Offers offers={offers} place={offersPlace} onTake={take} />}
    </form>
  );
}
