/** A rule's own refusal (`workflow.check`, `entity.required`): the change is undone and the user reads the message. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError';
}
