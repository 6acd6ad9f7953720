import type { Entity } from '../ports/youtrack.ts';
import type { GivenObject } from './parse-transfer.ts';
import { projectSettingNames, projectTexts, readProjectSettings } from './stored-object.ts';

/** What a file says of an object besides its links, and what is to be written of it. */
export interface BesidesPlan {
  /** Undefined where nothing is. */
  readonly write?: () => void;
  /** Something here is set otherwise, and stays. */
  readonly isKept: boolean;
}

/** Nobody wrote down when these were set, so nothing that is set here is replaced. */
export function planBesides(entity: Entity, given: GivenObject): BesidesPlan {
  const identity = planIdentity(entity, given);
  return identity ?? planSettings(entity, given);
}

function planIdentity({ identity: store }: Entity, { identity }: GivenObject): BesidesPlan | undefined {
  if (store === undefined || Object.keys(identity).length === 0) return undefined;
  const here = store.read();
  if (Object.keys(here).length === 0) return { isKept: false, write: () => store.write(identity) };
  const names = ['login', 'trackerUid', 'passportUid'] as const;
  return { isKept: names.some((name) => here[name] !== identity[name]) };
}

function planSettings(entity: Entity, { settings }: GivenObject): BesidesPlan {
  if (entity.kind !== 'project') return { isKept: false };
  const here = readProjectSettings(entity);
  const given = projectSettingNames.filter((name) => settings[name] !== undefined);
  const unset = given.filter((name) => here[name] === undefined);
  const isKept = given.some((name) => here[name] !== undefined && here[name] !== settings[name]);
  if (unset.length === 0) return { isKept };
  const texts = Object.fromEntries(unset.map((name) => [projectTexts[name], settings[name]]));
  return { isKept, write: () => entity.store.write(texts) };
}
