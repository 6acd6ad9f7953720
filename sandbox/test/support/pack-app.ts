import { zipSync } from 'fflate';

/** An app as tests write it: file contents by path; what is no text is JSON, undefined is no file. */
export type AppFiles = Readonly<Record<string, unknown>>;

/** Packs an app into a zip. A manifest that is not given is made of the name. */
export function packApp(name: string, files: AppFiles): Uint8Array {
  const all = { 'manifest.json': { name, title: name, version: '1.0.0' }, ...files };
  const present = Object.entries(all).filter(([, content]) => content !== undefined);
  const encoded = present.map(([path, content]) => [
    path,
    new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
  ]);
  return zipSync(Object.fromEntries(encoded));
}

/** A handler script of one or more endpoints: `endpoint('GET hello', 'ctx.response.text("hi")')`. */
export function handler(...endpoints: readonly string[]): string {
  return `exports.httpHandler = { endpoints: [${endpoints.join(',')}] };`;
}

/** One endpoint, its scope global unless told otherwise. */
export function endpoint(route: string, body: string, extra = ''): string {
  const [method = '', path = ''] = route.split(' ');
  return `{ method: '${method}', path: '${path}', ${extra === '' ? '' : `${extra},`} handle: (ctx) => { ${body} } }`;
}
