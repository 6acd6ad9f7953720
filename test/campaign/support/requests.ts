import type { Answered, Asked } from './ground.ts';
import type { Model, Told } from './model.ts';
import type { LinkOperation } from './operation.ts';
import { cast, type Stage } from './stage.ts';

const globalLinks = '/api/extensionEndpoints/tracker-links/global/links';

/** The request of an operation; undefined where its object is gone. */
export function toRequest(stage: Stage, operation: LinkOperation): Asked | undefined {
  const { login } = operation;
  if (operation.do === 'set') {
    const entityIds = operation.objects.flatMap((object) => stage.keyOf(object) ?? []);
    const body = { issueKey: stage.issueKeyOf(operation.issue), entityIds };
    return { method: 'PUT', path: `${globalLinks}?kind=issue`, body, login };
  }
  if (stage.keyOf(operation.object) === undefined) return undefined;
  const links = stage.addressOf(operation.object, 'links');
  const [issue = 0] = operation.issues;
  if (operation.do === 'unlink')
    return { method: 'DELETE', path: `${links}?issueKey=${stage.issueKeyOf(issue)}`, login };
  return {
    method: 'POST',
    path: links,
    body: { issueKeys: operation.issues.map((one) => stage.issueKeyOf(one)) },
    login,
  };
}

/** What an answer may hold, of whichever request. */
interface ChangeAnswer {
  readonly linked?: readonly string[];
  readonly removed?: readonly string[];
  readonly scheduled?: readonly string[];
  readonly created?: readonly { readonly issueKey: string; readonly linked: readonly string[] }[];
}

/** What a request has done to each link it is about, by its answer. */
export function readOutcomes(
  { stage, model }: { readonly stage: Stage; readonly model: Model },
  operation: LinkOperation,
  { status, text }: Answered,
): readonly Told[] {
  const answer: ChangeAnswer = status < 300 ? JSON.parse(text) : {};
  if (operation.do === 'set') return readSet({ stage, model }, operation, answer);
  const { object } = operation;
  const common = { object, side: 'youtrack', isMirrored: false } as const;
  if (operation.do === 'link')
    return operation.issues.map((issue) => {
      const created = answer.created?.find(({ issueKey }) => issueKey === stage.issueKeyOf(issue));
      return { ...common, issue, wish: 'live', isEffective: created && created.linked.length > 0 };
    });
  const [issue = 0] = operation.issues;
  // A removal that had to be put off does not say whether there is anything to remove.
  const mayBeLive = model.expected(object, issue).states.has('live');
  const isEffective =
    answer.scheduled === undefined ? answer.removed && answer.removed.length > 0 : mayBeLive;
  return [{ ...common, issue, wish: 'gone', isEffective }];
}

function readSet(
  { stage, model }: { readonly stage: Stage; readonly model: Model },
  { objects, issue, login }: Extract<LinkOperation, { do: 'set' }>,
  { linked, removed }: ChangeAnswer,
): readonly Told[] {
  const side = login === 'robot' ? 'tracker' : 'youtrack';
  const common = { issue, side, isMirrored: false } as const;
  return cast.ofOneKind.flatMap((object): readonly Told[] => {
    const key = stage.keyOf(object);
    if (key === undefined) return [];
    if (objects.includes(object))
      return [{ ...common, object, wish: 'live', isEffective: linked?.includes(key) }];
    if (removed?.includes(key)) return [{ ...common, object, wish: 'gone', isEffective: true }];
    const { states, sides } = model.expected(object, issue);
    // What was made via the same side, and is only not there at the moment, is replaced as well when it turns up.
    // So is what is linked under a former key of the issue, as far as it is known to be that.
    const hasMoved = stage.issueKeysOf(issue).length > 1;
    const isCertain = removed !== undefined && states.size === 1 && sides.size <= 1 && !hasMoved;
    const isMeant = states.has('live') && sides.has(side) && !isCertain;
    return isMeant ? [{ ...common, object, wish: 'gone', isEffective: undefined }] : [];
  });
}
