import { canSee } from '../world/access.ts';
import type { Operation } from './operations.ts';
import { entitiesToScript, isEntity, readArguments } from './script-values.ts';

export const searchOperations: Readonly<Record<string, Operation>> = {
  search(execution, values) {
    const [folder, query] = readArguments(values);
    const { tx } = execution.change;
    const issues = isEntity(folder) ? tx.find('Issue', 'project', { ref: folder.id }) : [...tx.all('Issue')];
    const words = String(query).toLowerCase().split(/\s+/);
    return entitiesToScript(
      tx,
      issues.filter(
        (id) =>
          canSee(tx, execution.user, id) &&
          words.every((w) => String(tx.get(id, 'summary')).toLowerCase().includes(w)),
      ),
    );
  },
};
