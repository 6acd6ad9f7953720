import type { Scene } from './performer.ts';
import { cast } from './stage.ts';

const admin = '/api/extensionEndpoints/tracker-links/admin';

/** Everything that the administration page asks for; `export` is what is saved as a file. */
const ofAdministrators = [
  ...['registration', 'status', 'links', 'audit', 'owed', 'export'].map((path) => `${admin}/${path}`),
  `${admin}/connection?language=en`,
  `${admin}/reconcile`,
];

const ofObjects = [
  'info',
  'links',
  'panel',
  'queues',
  'details?language=ru',
  'candidates?input=TEST-1&language=ru',
];
const ofProjects = ['overview', 'settings', 'linked'];

/** Opens every page that there is, and takes an export. Who listens in reads all of the answers. */
export async function readPages({ ground, stage, onProblem }: Scene): Promise<void> {
  const paths = [...ofAdministrators];
  for (let object = 0; object < cast.objects; object += 1) {
    if (stage.keyOf(object) === undefined) continue;
    paths.push(...ofObjects.map((path) => stage.addressOf(object, path)));
    if (stage.kindOf(object) === 'project')
      paths.push(...ofProjects.map((path) => stage.addressOf(object, path)));
    if (stage.kindOf(object) === 'user') paths.push(stage.addressOf(object, 'identity'));
  }
  for (const path of paths) {
    const { status, text } = await ground.ask({ method: 'GET', path });
    if (status !== 200) onProblem(`${path} was answered ${status}: ${text.slice(0, 500)}`);
  }
}
