/** JetBrains' reference on `http`, as far as the app uses it. */
declare module '@jetbrains/youtrack-scripting-api/http' {
  /** After an exception most of it is empty; numbers and texts are the host's own. */
  export interface Response {
    readonly code?: unknown;
    readonly response?: unknown;
    readonly headers: { forEach(visitor: (header: { name: unknown; value: unknown }) => void): void };
  }

  export class Connection {
    constructor(url: string, sslKeyName: null, timeoutMs: number);
    /** A secret setting counts with its real value here, and only when it is the whole value. */
    addHeader(name: string, value: unknown): Connection;
    doSync(
      method: string,
      uri: string,
      query: readonly { readonly name: string; readonly value: string }[],
      payload?: string,
    ): Response;
  }
}

/** The published module's source (2022.1); no page of JetBrains' documentation describes it. */
declare module '@jetbrains/youtrack-scripting-api/cache' {
  export interface Cache {
    /** The object kept under a name, the one made now where there is none. The least recently used one goes first. */
    get<T>(key: string, make: (key: string) => T): T;
  }

  export function create(size: number, name: string): Cache;
}
