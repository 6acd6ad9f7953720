import arrowDownIcon from '@jetbrains/icons/chevron-12px-down';
import arrowUpIcon from '@jetbrains/icons/chevron-12px-up';
import type { ComponentChildren } from 'preact';
import { Icon } from '../components/icon.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What pressing the title does; absent for a column that cannot order the table. */
  readonly onSort?: () => void;
  readonly order?: 'ascending' | 'descending' | undefined;
}

interface TableProps<Row> {
  readonly label: string;
  /** Rows that have the first column in common: it is shown once for all of them. */
  readonly groups: readonly (readonly Row[])[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}

/**
 * A table with Ring's looks in its own markup: Ring's component brings drag and drop, selection and 25 kB with it. On a
 * narrow screen the table scrolls within its own box.
 */
export function Table<Row>({ label, groups, columns, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div class="tl-table-box" tabIndex={0}>
      <table class="ring-table-table tl-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((rows) =>
            rows.map((row, index) => (
              <tr key={rowKey(row)} class={index === 0 ? 'tl-first' : undefined}>
                {columns.slice(index === 0 ? 0 : 1).map(({ key, cell }, column) => (
                  <td key={key} rowSpan={index === 0 && column === 0 ? rows.length : undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

const arrows = { ascending: arrowUpIcon, descending: arrowDownIcon };

function HeaderCell<Row>({ column: { title, onSort, order } }: { readonly column: Column<Row> }) {
  return (
    <th scope="col" aria-sort={order}>
      {onSort === undefined ? (
        title
      ) : (
        <button type="button" class="ring-link-link ring-link-pseudo" onClick={onSort}>
          {title}
          {order !== undefined && <Icon glyph={arrows[order]} />}
        </button>
      )}
    </th>
  );
}
