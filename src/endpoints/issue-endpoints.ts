import { toIssueEntity } from '../youtrack/issue-entity.ts';
import { openOwnHost } from '../youtrack/open-host.ts';
import { entityEndpoints } from './entity-endpoints.ts';

export const issueEndpoints = entityEndpoints(
  'issue',
  openOwnHost(({ issue }, execution) => issue && toIssueEntity(issue, execution)),
);
