import type { Frame } from '../frame.ts';
import { createMethods } from './create-methods.ts';
import { FrameView } from './frame-view.ts';
import { listen } from './listen.ts';
import { showFailure, showProblemsAt } from './watch.ts';

/** Puts a frame into every place that the server prepared for a widget (`data-frame` holds the `Frame` as JSON). */
export function mountFrames(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-frame]')) {
    mountFrame(place, JSON.parse(place.dataset.frame ?? 'null'));
  }
}

/** Shows one widget inside an element. */
export function mountFrame(place: HTMLElement, frame: Frame): FrameView {
  const view = new FrameView(place, frame);
  const methods = createMethods(frame, view);
  listen(view.element, {
    onPort: (port) => view.connect(port),
    onCall: (method, args) => {
      const run = methods.get(method);
      if (run === undefined) throw new TypeError(`The Host API of the sandbox has no ${method} here.`);
      return run(...args);
    },
    onSize: (height) => view.fitContent(height),
    onError: (message) => showFailure(view, message),
  });
  place.append(view.element);
  showProblemsAt(view);
  return view;
}
