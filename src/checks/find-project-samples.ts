import type { Account, Host } from '../ports/youtrack.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Reply } from '../protocol/to-http-answer.ts';
import { type Result, succeed } from '../result.ts';
import { findUsableAccount, listLacking } from './check-service-account.ts';
import type { SamplesQuery } from './parse-samples-query.ts';
import type { ProjectSamples, SamplesAnswer } from './samples-answer.ts';

type SamplesHost = Pick<Host, 'findAccount' | 'findArticleOf' | 'findEntity' | 'findIssueOf' | 'settings'>;

/**
 * One issue and one article of each project, so that a page can call the addresses that Tracker will be given; scripts can call
 * neither themselves nor each other, and know neither all projects nor where the app is attached. Nothing is refused: of a
 * project that the caller may not see nothing is said (`findSamples` of docs/openapi.yaml).
 */
export function findProjectSamples(
  host: SamplesHost,
  { projects }: SamplesQuery,
): Result<Reply<SamplesAnswer>, Refusal> {
  const account = findUsableAccount(host);
  return succeed({
    status: 200,
    body: { projects: projects.map((project) => findSamplesOf(host, project, account)) },
  });
}

function findSamplesOf(host: SamplesHost, key: string, account: Account | undefined): ProjectSamples {
  const found = host.findEntity({ kind: 'project', key });
  if (!found?.isVisible()) return { project: key, isVisible: false };
  const { key: project } = found;
  const issue = host.findIssueOf(project);
  const article = host.findArticleOf(project);
  return {
    project,
    isVisible: true,
    ...(issue && { issue: issue.key }),
    ...(article && { article: article.key }),
    ...(account && { lacking: listLacking(account, project) }),
  };
}
