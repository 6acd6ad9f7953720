import { callHost } from './bridge.ts';

/**
 * Puts scripts on the sandbox's clock: `new Date()`, `Date()`, `Date.now()` and dates formatted without a date, so that "no
 * answer for five days" can be tried by putting the clock forward.
 */
export function installSandboxDate(): void {
  const RealDate = Date;
  const now = () => Number(callHost('now'));
  const SandboxDate = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: SandboxDate,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(globalThis, 'Date', { value: SandboxDate, configurable: true, writable: true });
  formatNow(now);
}

/** `Intl.DateTimeFormat` formats the machine's time when it is given none. */
function formatNow(now: () => number): void {
  const { prototype } = Intl.DateTimeFormat;
  const format = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
  const { formatToParts } = prototype;
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const bound = format?.call(this) as Intl.DateTimeFormat['format'];
      return (date?: Date | number) => bound(date ?? now());
    },
  });
  Object.defineProperty(prototype, 'formatToParts', {
    configurable: true,
    writable: true,
    value(this: Intl.DateTimeFormat, date?: Date | number) {
      return formatToParts.call(this, date ?? now());
    },
  });
}
