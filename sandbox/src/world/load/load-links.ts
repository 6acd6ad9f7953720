import { foldCase } from '../values.ts';
import type { WorldFileIssue } from '../world-file/issues.ts';
import type { WorldFileLinkType } from '../world-file/projects.ts';
import type { LoadedLinkEnd, LoadingWorld, Path } from './loading-world.ts';

/** The link types every YouTrack has when it is new (JetBrains' help, "Issue Link Types"). */
const defaultLinkTypes = [
  { name: 'Relates', outward: 'relates to' },
  { name: 'Depend', outward: 'is required for', inward: 'depends on' },
  { name: 'Duplicate', outward: 'is duplicated by', inward: 'duplicates' },
  { name: 'Subtask', outward: 'parent for', inward: 'subtask of' },
];

/** Link types: the default ones and those the file adds. */
export function loadLinkTypes(world: LoadingWorld, linkTypes: readonly WorldFileLinkType[] = []): void {
  for (const linkType of defaultLinkTypes) loadLinkType(world, linkType, []);
  for (const [index, linkType] of linkTypes.entries()) loadLinkType(world, linkType, ['linkTypes', index]);
}

function loadLinkType(
  world: LoadingWorld,
  { name, outward, inward = outward }: WorldFileLinkType,
  path: Path,
): void {
  const isDirected = foldCase(inward) !== foldCase(outward);
  const ref = world.create('IssueLinkPrototype', { name, outward, inward, directed: isDirected });
  world.name('link type', { name, ref, path: [...path, 'name'] });
  addLinkEnd(world, { name: outward, end: { ref, isOutward: true, isDirected }, path: [...path, 'outward'] });
  if (isDirected)
    addLinkEnd(world, {
      name: inward,
      end: { ref, isOutward: false, isDirected },
      path: [...path, 'inward'],
    });
}

function addLinkEnd(
  world: LoadingWorld,
  { name, end, path }: { name: string; end: LoadedLinkEnd; path: Path },
): void {
  if (world.linkEnds.has(foldCase(name)))
    world.problem(path, `there are two links called ${JSON.stringify(name)}`);
  world.linkEnds.set(foldCase(name), end);
}

/**
 * Links between issues; one that both issues name is one link. A link to an issue that the file leaves out is left out
 * with it, so that a few issues can be cut from a larger world.
 */
export function loadLinks(world: LoadingWorld, issues: readonly WorldFileIssue[] = []): void {
  const known = new Set<string>();
  for (const [index, { id, links }] of issues.entries()) {
    for (const [name, others] of Object.entries(links ?? {})) {
      const path = ['issues', index, 'links', name];
      const end = world.linkEnds.get(foldCase(name));
      if (end === undefined) world.problem(path, `there is no link ${JSON.stringify(name)}`);
      else
        for (const [at, other] of others.entries())
          loadLink(world, { id, other, end, known, path: [...path, at] });
    }
  }
}

interface LinkPlace {
  readonly id: string;
  readonly other: string;
  readonly end: LoadedLinkEnd;
  readonly known: Set<string>;
  readonly path: Path;
}

function loadLink(world: LoadingWorld, { id, other, end, known, path }: LinkPlace): void {
  const one = world.known('issue', id);
  const another = world.known('issue', other);
  if (one === undefined || another === undefined) return;
  if (one.ref === another.ref) {
    world.problem(path, 'an issue cannot be linked to itself');
    return;
  }
  const [source, target] = end.isOutward ? [one, another] : [another, one];
  const key = `${end.ref.ref} ${source.ref} ${target.ref}`;
  const mirrored = `${end.ref.ref} ${target.ref} ${source.ref}`;
  if (known.has(key) || (!end.isDirected && known.has(mirrored))) return;
  known.add(key);
  world.create('IssueLink', { prototype: end.ref, source, target });
}
