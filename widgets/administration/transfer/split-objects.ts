import type { StoredObject } from '../../../src/transfer/transfer-answer.ts';

/** A request takes 65,536 bytes and a hundred objects. */
const most = { bytes: 40_000, objects: 50, links: 300 } as const;

/**
 * Objects in portions that fit into one request each. An object with many links comes in several parts, which is the same: what is
 * imported is joined with what is there.
 */
export function splitObjects(objects: readonly StoredObject[]): readonly (readonly StoredObject[])[] {
  const portions: StoredObject[][] = [];
  let bytes = 0;
  for (const part of objects.flatMap(splitObject)) {
    const size = new TextEncoder().encode(JSON.stringify(part)).length;
    const last = portions.at(-1);
    const isRoom = last !== undefined && bytes + size <= most.bytes && last.length < most.objects;
    if (isRoom) last.push(part);
    else portions.push([part]);
    bytes = isRoom ? bytes + size : size;
  }
  return portions;
}

/** What cannot be read stays in the file: it is of no use here. */
function splitObject({ unreadable: _, links = [], ...rest }: StoredObject): readonly StoredObject[] {
  const parts: StoredObject[] = [];
  for (let start = 0; start < Math.max(1, links.length); start += most.links) {
    const some = links.slice(start, start + most.links);
    const object = start === 0 ? rest : { kind: rest.kind, key: rest.key };
    parts.push({ ...object, ...(some.length > 0 && { links: some }) });
  }
  return parts;
}
