/** Which tests are to notice the mutants of a room: its own, as far as they need nothing that has to be built. */
export const rooms = {
  protocol: { folders: ['test/protocol'] },
  links: { folders: ['test/links'] },
  writing: { folders: ['test/writing', 'test/linking'] },
  linking: { folders: ['test/linking'] },
  showing: { folders: ['test/showing'] },
};
