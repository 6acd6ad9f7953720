import type { Primitive } from '../api/wire.ts';
import type { Execution } from '../ports/execution.ts';
import { createArticle } from '../world/articles.ts';
import { createIssue } from '../world/issues.ts';
import type { Id } from '../world/transaction.ts';
import { entityArgument, textArgument } from './arguments.ts';
import { entityToScript, objectFields, type ScriptValue } from './script-values.ts';

type Create = (execution: Execution, values: readonly ScriptValue[]) => Id;

const makers: Readonly<Record<string, Create>> = {
  Issue({ change: { tx, sandbox } }, [reporter, project, summary]) {
    const fields = objectFields(reporter) ?? { reporter, project, summary };
    return createIssue(tx, {
      reporter: entityArgument(fields.reporter, 'reporter', ['User']).id,
      project: entityArgument(fields.project, 'project', ['Project']).id,
      summary: textArgument(fields.summary ?? '', 'summary'),
      now: sandbox.clock.now(),
    });
  },
  Article({ change: { tx, sandbox } }, [author, project, summary]) {
    const fields = objectFields(author) ?? { author, project, summary };
    return createArticle(tx, {
      author: entityArgument(fields.author, 'author', ['User']).id,
      project: entityArgument(fields.project, 'project', ['Project']).id,
      summary: textArgument(fields.summary ?? '', 'summary'),
      now: sandbox.clock.now(),
    });
  },
  Tag({ change: { tx }, user }, [name, owner]) {
    const by = owner === null || owner === undefined ? user : entityArgument(owner, 'owner', ['User']).id;
    return tx.create('Tag', { name: textArgument(name, 'name'), owner: { ref: by } });
  },
};

/** `new entities.Issue(…)`: positional arguments, or one object with the same names. */
export function createEntity(execution: Execution, type: string, values: readonly ScriptValue[]): Primitive {
  const create = makers[type];
  if (create === undefined) throw new Error(`new entities.${type}() is not emulated by the sandbox`);
  return entityToScript(execution.change.tx, create(execution, values));
}
