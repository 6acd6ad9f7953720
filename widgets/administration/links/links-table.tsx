import type { ComponentChildren } from 'preact';
import type { AllLinksAnswer, AllLinksRow } from '../../../src/administration/all-links-answer.ts';
import { Moment } from '../../shared/components/moment.tsx';
import { TrackerLink } from '../../shared/components/tracker-link.tsx';
import { EntityLink } from '../../shared/lists/entity-link.tsx';
import { type Column, Table } from '../../shared/lists/table.tsx';
import { useAdminTranslator } from '../translation.ts';
import { groupLinks } from './group-links.ts';
import { nextSort, type Sort, type SortKey, sortKeys } from './links-query.ts';
import { RemoveCell } from './remove-cell.tsx';
import type { Removals } from './use-removals.ts';

interface LinksTableProps {
  readonly answer: AllLinksAnswer;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly removals: Removals;
}

/** One page of links: each object once, beside it its links. A column that says the same of all is left out. */
export function LinksTable({ answer: { links, people }, sort, onSort, removals }: LinksTableProps) {
  const translator = useAdminTranslator();
  const cells: Readonly<Record<SortKey, (row: AllLinksRow) => ComponentChildren>> = {
    key: (row) => <EntityCell row={row} />,
    issueKey: (row) => <IssueCell row={row} isRemoved={removals.find(row)?.step === 'removed'} />,
    addedBy: ({ addedBy }) => people[addedBy] ?? addedBy,
    addedAt: ({ addedAt }) => <Moment at={new Date(addedAt)} />,
  };
  const sortable: Column<AllLinksRow>[] = sortKeys.map((key) => ({
    key,
    title: translator.text(`links.${key}`),
    cell: cells[key],
    onSort: () => onSort(nextSort(sort, key)),
    order: toOrder(sort, key),
  }));
  const via: Column<AllLinksRow> = {
    key: 'via',
    title: translator.text('links.via'),
    cell: (row) => <span class="tl-short">{translator.text(`row.from.${row.via}`)}</span>,
  };
  const remove: Column<AllLinksRow> = {
    key: 'remove',
    title: translator.text('links.change'),
    cell: (row) => <RemoveCell row={row} removals={removals} />,
  };
  const isOneWay = links.every((link) => link.via === 'youtrack');
  return (
    <Table
      label={translator.text('links.title')}
      groups={groupLinks(links)}
      columns={[...sortable, ...(isOneWay ? [] : [via]), remove]}
      rowKey={({ kind, key, issueKey }) => `${kind} ${key} ${issueKey}`}
    />
  );
}

function toOrder(sort: Sort, key: SortKey): Column<AllLinksRow>['order'] {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : undefined;
}

function EntityCell({ row: { kind, key, summary, entityUrl } }: { readonly row: AllLinksRow }) {
  const translator = useAdminTranslator();
  return (
    <span class="tl-entity-cell">
      <span class="tl-kind">{translator.text(`kind.${kind}`)}</span>{' '}
      <EntityLink url={entityUrl} entityKey={key} /> <bdi>{summary}</bdi>
    </span>
  );
}

interface IssueCellProps {
  readonly row: AllLinksRow;
  readonly isRemoved: boolean;
}

function IssueCell({ row: { issueKey, url }, isRemoved }: IssueCellProps) {
  const link = <TrackerLink issueKey={issueKey} url={url} />;
  return isRemoved ? <s>{link}</s> : link;
}
