import { scheduledFunctions } from '../endpoints/scheduled-functions.ts';
import type { OwnHost } from '../ports/youtrack.ts';
import { parseIssueKeyField } from '../protocol/parse-values.ts';
import { collectFields } from '../protocol/read-request.ts';
import type { Refusal } from '../protocol/refusal.ts';
import { toRefusalText } from '../protocol/refusal-answer.ts';
import type { Result } from '../result.ts';
import { toJson } from '../youtrack/host-values.ts';
import { toIssueEntity } from '../youtrack/issue-entity.ts';
import { openHost } from '../youtrack/open-host.ts';
import type { CommandContext } from '../youtrack/script-context.ts';
import { refuseCommand, tellPerson } from '../youtrack/tell-person.ts';
import { youtrack } from '../youtrack/youtrack.ts';

/** What a command does about one issue; where there was nothing to do, a sentence that says so. */
export type RunCommand = (host: OwnHost, issueKey: string) => Result<string | undefined, Refusal>;

/**
 * A command as YouTrack wants it declared ("Action rule" of JetBrains' reference). It runs once for each issue, all in one
 * transaction, in the name of whoever has typed it; YouTrack asks for no permission itself. What is refused on one issue is undone
 * on all.
 */
export function declareCommand(command: string, title: string, run: RunCommand) {
  return youtrack.Issue.action({
    title,
    command,
    userInput: {
      type: youtrack.Field.stringType,
      description: 'Key of the Tracker issue (TEST-123), or the address of its page',
    },
    action(ctx: CommandContext) {
      const execution = { api: youtrack, user: ctx.currentUser, hasWritten: false };
      const own = toIssueEntity(ctx.issue, execution);
      const issueKey = parseIssueKeyField('issueKey', toJson(ctx.userInput));
      const read = collectFields({ issueKey });
      const done = read.ok
        ? run(Object.assign(openHost(ctx, execution), { own }), read.value.issueKey)
        : read;
      if (!done.ok) refuseCommand(toRefusalText(done.problem));
      else if (done.value !== undefined) tellPerson(done.value);
    },
    asyncFunctions: scheduledFunctions,
  });
}
