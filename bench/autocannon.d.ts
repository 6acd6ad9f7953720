/** As much of the load generator's types as is used. */
declare module 'autocannon' {
  export interface LoadRequest {
    readonly method: string;
    readonly path: string;
    readonly body?: string;
  }

  export interface LoadResult {
    /** A second. */
    readonly requests: { readonly average: number; readonly total: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }

  // biome-ignore lint/style/noDefaultExport: it is the package's
  export default function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly requests: readonly LoadRequest[];
  }): Promise<LoadResult>;
}
