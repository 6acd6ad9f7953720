/** Bytes of keys and values together, in UTF-8. Source: JetBrains' Host API: "limited to 1 MB". */
const quotaBytes = 1_048_576;
const reservedPrefix = '__meta:';
const encoder = new TextEncoder();

/**
 * `host.storage` of one app: strings in the page's own local storage, all widgets of the app share them, no user owns
 * them. Rejects with `InvalidAccessError` for a reserved key and `QuotaExceededError` beyond the quota.
 * Source: JetBrains' Host API, `storage`.
 */
export function createAppStorage(app: string, store: Storage = window.localStorage) {
  const prefix = `widgets/${app}/`;
  const keys = () =>
    Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').flatMap((key) =>
      key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
    );
  const usedBytes = (except: string) =>
    keys()
      .filter((key) => key !== except)
      .reduce((sum, key) => sum + sizeOf(key, store.getItem(prefix + key) ?? ''), 0);
  return {
    getItem: async (key: unknown) => store.getItem(prefix + checked(key)),
    setItem: async (key: unknown, value: unknown) => {
      const name = checked(key);
      if (usedBytes(name) + sizeOf(name, String(value)) > quotaBytes) throw quotaExceeded(app);
      store.setItem(prefix + name, String(value));
    },
    removeItem: async (key: unknown) => store.removeItem(prefix + checked(key)),
    clear: async () => {
      for (const key of keys()) store.removeItem(prefix + key);
    },
    getKeys: async () => keys(),
  };
}

function checked(key: unknown): string {
  const name = String(key);
  if (!name.startsWith(reservedPrefix)) return name;
  throw new DOMException(`Keys that start with ${reservedPrefix} are reserved.`, 'InvalidAccessError');
}

function sizeOf(key: string, value: string): number {
  return encoder.encode(key).length + encoder.encode(value).length;
}

function quotaExceeded(app: string): DOMException {
  return new DOMException(`The storage of the app ${app} is limited to 1 MB.`, 'QuotaExceededError');
}
