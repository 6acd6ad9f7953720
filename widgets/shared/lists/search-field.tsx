import searchIcon from '@jetbrains/icons/search';
import Input, { Size } from '@jetbrains/ring-ui-built/components/input/input';
import { useEffect, useState } from 'preact/hooks';
import { useSettled } from '../components/use-settled.ts';

interface SearchFieldProps {
  readonly label: string;
  /** Called once a person has stopped typing. */
  readonly onSearch: (text: string) => void;
}

/** A field that looks for what is typed as soon as the typing pauses. */
export function SearchField({ label, onSearch }: SearchFieldProps) {
  const [text, setText] = useState('');
  const settled = useSettled(text.trim());
  useEffect(() => onSearch(settled), [settled, onSearch]);
  return (
    <Input
      type="search"
      label={label}
      icon={searchIcon}
      size={Size.FULL}
      value={text}
      autoComplete="off"
      spellcheck={false}
      maxLength={100}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
