import type { Line } from './yt-line.ts';

/**
 * Tells the page how high the content is, now and whenever it changes: on a server a widget's frame is as high as its
 * content and has no scrollbar of its own [seen].
 */
export function reportContentHeight(line: Line): void {
  document.addEventListener('DOMContentLoaded', () => {
    const observer = new ResizeObserver(() => line.send({ type: 'size', height: measure() }));
    observer.observe(document.documentElement);
    observer.observe(document.body);
  });
}

/** The root's own height, not the viewport's; more when a page of fixed height has content that does not fit. */
function measure(): number {
  const root = document.documentElement;
  const overflow = root.scrollHeight > root.clientHeight ? root.scrollHeight : 0;
  return Math.ceil(Math.max(root.getBoundingClientRect().height, overflow));
}
