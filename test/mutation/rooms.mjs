/** The rooms of `src` whose mutants are counted. */
export const rooms = ['protocol', 'links', 'writing', 'linking', 'showing', 'mirroring'];

/** The least share of a room's mutants that its tests are to notice. */
export const leastPercent = 85;

/**
 * Which tests are to notice them: those of the rooms, and of what calls the rooms in this process. Of these a mutant meets those
 * that come by it.
 */
export const testFolders = [
  ...rooms.map((room) => `test/${room}`),
  'test/calls',
  'test/tracker',
  'test/pages',
  'test/suggesting',
  'test/administration',
  'test/registration',
  'test/checks',
  'test/transfer',
  'test/endpoints',
];

/** Those that need a server, a browser or what has been built are none of a unit's. */
export const unfit = /open-sandbox|start-sandbox|two-sides|tracker\/stand-in|sandbox\/src|node:child_process/;
