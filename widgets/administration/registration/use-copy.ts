import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';
import { fitHeight } from './fit-height.ts';

/** A text in a box of its own height, and what came of copying it: where the browser refuses, it is selected to be copied by hand. */
export interface Copying {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly copied: 'no' | 'copied' | 'by hand';
  copy(): Promise<void>;
}

/** Another text has not been copied yet. */
export function useCopy(text: string): Copying {
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<Copying['copied']>('no');
  useEffect(() => {
    setCopied('no');
    fitHeight(area.current);
  }, [text]);
  return {
    area,
    copied,
    async copy() {
      setCopied((await copyText(text, area.current)) ? 'copied' : 'by hand');
    },
  };
}
