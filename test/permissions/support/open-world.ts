import { expect } from '@jest/globals';
import { openTwoSides, type TwoSides } from '../../mirroring/support/two-sides.ts';
import { askAs } from './ask-as.ts';
import { permissionWorld } from './permission-world.ts';

const removed = ['/api/issues/DEMO-6', '/api/articles/DEMO-A-6', '/api/admin/projects/OLD'];

/** The packaged app in that world, in which what is there to be removed has been; settings in place of its usual ones. */
export async function openPermissionWorld(settings: object = {}): Promise<TwoSides> {
  const sides = await openTwoSides(permissionWorld(settings), { apps: ['tracker-links.zip'] });
  for (const path of removed) {
    const { status } = await askAs(sides.running, 'Bearer perm:admin', { method: 'DELETE', path });
    expect(status).toBe(200);
  }
  return sides;
}
