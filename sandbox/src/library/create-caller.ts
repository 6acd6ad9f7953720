import type { Caller } from '../ports/sandbox-api.ts';

export interface CallerSetup {
  readonly login: string;
  /** The sandbox's own address. */
  readonly url: () => string;
  readonly answer: (request: Request) => Response | Promise<Response>;
}

/** Somebody who asks the sandbox in process, with the token of a login. */
export function createCaller({ login, url, answer }: CallerSetup): Caller {
  return {
    login,
    async fetch(path, init = {}) {
      const address = new URL(path, url());
      if (address.origin !== new URL(url()).origin)
        throw new TypeError(`${path} is not of this sandbox, which is ${url()}`);
      const headers = new Headers(init.headers);
      if (login !== 'guest' && !headers.has('authorization'))
        headers.set('authorization', `Bearer perm:${login}`);
      return answer(new Request(address, { ...init, headers }));
    },
  };
}
