// Subtasks follow their parent, and the parent its subtasks.
const entities = require('@jetbrains/youtrack-scripting-api/entities');
const workflow = require('@jetbrains/youtrack-scripting-api/workflow');

exports.rule = entities.Issue.onChange({
  title: 'A parent is fixed when its last subtask is',
  guard: (ctx) => {
    const issue = ctx.issue;
    return issue.isReported && issue.becomesResolved && issue.links[ctx.Subtask.inward].isNotEmpty();
  },
  action: (ctx) => {
    const issue = ctx.issue;
    const parent = issue.links[ctx.Subtask.inward].first();
    const unresolved = parent.links[ctx.Subtask.outward].find((child) => !child.isResolved);
    if (!unresolved) {
      parent.fields[ctx.State.name] = ctx.State.Fixed;
      workflow.message('Parent ' + parent.id + ' is fixed');
    }
  },
  requirements: {
    State: { type: entities.State.fieldType, Fixed: {} },
    Subtask: { type: entities.IssueLinkPrototype, name: 'Subtask', outward: 'parent for', inward: 'subtask of' },
  },
});
