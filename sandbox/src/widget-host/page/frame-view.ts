import type { Frame } from '../frame.ts';
import { framePermissions } from '../frame-permissions.ts';
import type { HostMessage } from '../messages.ts';
import { onThemeChange } from './theme.ts';

/** A widget's frame on the page: its element, its size, and the line to the document inside. */
export class FrameView {
  readonly element: HTMLIFrameElement;
  readonly place: HTMLElement;
  readonly frame: Frame;
  #callbacks: ReadonlySet<string> = new Set();
  #port: MessagePort | undefined;
  #isSizeSaid = false;

  constructor(place: HTMLElement, frame: Frame) {
    this.place = place;
    this.frame = frame;
    this.element = document.createElement('iframe');
    this.element.setAttribute('sandbox', framePermissions);
    this.element.className = `widget widget-${frame.context.placement}`;
    this.element.title = frame.name;
    this.element.name = JSON.stringify(frame.context);
    this.element.src = frame.src;
    if (frame.width) this.element.style.width = frame.width;
    if (frame.height) this.element.style.height = frame.height;
    // A full page fills what is left of the window only when the manifest expects no height of it [doc].
    if (frame.height && frame.context.placement === 'page') this.element.style.minHeight = '0';
    onThemeChange((theme) => this.#say({ type: 'theme', theme }));
  }

  connect(port: MessagePort): void {
    this.#port = port;
    this.#callbacks = new Set();
  }

  /** Notes the names of the callbacks that the widget gave to `register`. */
  register(callbacks: unknown): void {
    this.#callbacks = new Set(Array.isArray(callbacks) ? callbacks.map(String) : []);
  }

  /** Calls a callback of the widget, if it gave one of that name. */
  tell(name: string, ...args: readonly unknown[]): void {
    if (this.#callbacks.has(name)) this.#say({ type: 'callback', name, args });
  }

  /**
   * The content's height becomes the frame's, until the widget has said a size itself. Dashboard tiles and blocks in text keep
   * the size of their place [seen].
   */
  fitContent(height: number): void {
    const { placement } = this.frame.context;
    if (this.#isSizeSaid || placement === 'tile' || placement === 'text' || height <= 0) return;
    this.element.style.height = `${height}px`;
  }

  /** `reportWidgetSize`. Source: the typings of JetBrains' app templates; no effect in rich text [seen]. */
  resize(size: unknown): void {
    const { placement } = this.frame.context;
    const height = typeof size === 'object' && size !== null && 'height' in size ? size.height : undefined;
    if (
      typeof height !== 'number' ||
      !Number.isFinite(height) ||
      placement === 'tile' ||
      placement === 'text'
    )
      return;
    this.#isSizeSaid = true;
    this.element.style.height = `${Math.max(0, height)}px`;
  }

  #say(message: HostMessage): void {
    this.#port?.postMessage(message);
  }
}
