import type { EntityRef, Primitive } from '../../api/wire.ts';
import type { Execution } from '../../ports/execution.ts';
import type { ScriptValue } from '../script-values.ts';

/** A method of an entity, done for a script. */
export type Method = (execution: Execution, entity: EntityRef, values: readonly ScriptValue[]) => Primitive;

/** A method of an entity type itself. */
export type StaticMethod = (execution: Execution, values: readonly ScriptValue[]) => Primitive;
