/** A widget that is timed, on an issue of a project where no other widget is. */
export interface Contestant {
  readonly title: string;
  readonly app: string;
  /** The zip, or the folder it is unpacked in. */
  readonly path: string;
  readonly project: string;
  /** What a row is, as a selector. */
  readonly row: string;
}

const folder = 'build/bench/rivals';

function toRival(name: string, title: string): Contestant & { readonly name: string } {
  const app = `rival-${name}`;
  return { name, title, app, path: `${folder}/${name}`, project: name.toUpperCase(), row: '.row' };
}

export const ours: Contestant = {
  title: 'our issue panel',
  app: 'tracker-links',
  path: 'tracker-links.zip',
  project: 'DEMO',
  row: '.tl-row',
};

/** What an author makes with the usual means: React, Ring UI and Ring's stylesheet. */
export const minimal = toRival('minimal', 'minimal React + Ring UI');

/** The floor for whoever asks the app: the same answer as bare text, without library or stylesheet. */
const plain = toRival('plain', 'bare rows, no library');

/** The floor for all: a page that asks nothing. What is below it is the browser's and the host's. */
export const empty = toRival('empty', 'a page with one word');

export const rivals = [minimal, plain, empty];

export function toIssue({ project }: Contestant): string {
  return `${project}-1`;
}
