import type { Application } from '../config/application-schema.ts';
import type { IssueLink, Tracker } from '../tracker.ts';
import { fillTemplate } from '../url-template.ts';
import { type OutgoingCall, type StartedCall, sendCall } from './send-call.ts';

/** GET entityInfoUrl; undefined when the application has none. */
export function requestInfo(tracker: Tracker, { issue, link }: IssueLink): StartedCall | undefined {
  const application = tracker.store.findApplication(link.application);
  if (application?.entityInfoUrl === undefined) return undefined;
  const url = fillTemplate(application.entityInfoUrl, { remoteKey: link.key }, tracker.youtrackOrigin);
  const call = {
    purpose: 'info',
    application,
    method: 'GET',
    url,
    issueKey: issue.key,
    remoteKey: link.key,
  } as const;
  return sendCall(tracker.sender, call);
}

/** POST createLinkUrl `{"issueKey","entityIds":[key]}`; undefined when the application has none. */
export function announceLink(tracker: Tracker, { issue, link }: IssueLink): StartedCall | undefined {
  const application = tracker.store.findApplication(link.application);
  if (application?.createLinkUrl === undefined) return undefined;
  return sendCall(tracker.sender, {
    purpose: 'create',
    application,
    method: 'POST',
    url: fillTemplate(application.createLinkUrl, {}, tracker.youtrackOrigin),
    json: { issueKey: issue.key, entityIds: [link.key] },
    issueKey: issue.key,
    remoteKey: link.key,
  });
}

/** DELETE removeLinkUrl, without a body; undefined when the application has none. */
export function announceRemoval(tracker: Tracker, { issue, link }: IssueLink): StartedCall | undefined {
  const application = tracker.store.findApplication(link.application);
  if (application?.removeLinkUrl === undefined) return undefined;
  const values = { issueKey: issue.key, remoteKey: link.key };
  const url = fillTemplate(application.removeLinkUrl, values, tracker.youtrackOrigin);
  return sendCall(tracker.sender, { purpose: 'remove', application, method: 'DELETE', url, ...values });
}

/** GET suggestUrl; undefined when the application has none. */
export function requestSuggestions(
  tracker: Tracker,
  application: Application,
  suggestInput: string,
): StartedCall | undefined {
  if (application.suggestUrl === undefined) return undefined;
  const url = fillTemplate(application.suggestUrl, { suggestInput }, tracker.youtrackOrigin);
  const call: OutgoingCall = { purpose: 'suggest', application, method: 'GET', url };
  return sendCall(tracker.sender, call);
}
