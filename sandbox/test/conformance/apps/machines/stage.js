const entities = require('@jetbrains/youtrack-scripting-api/entities');
const note = (issue, text) => { issue.description = (issue.description ? issue.description + ' ' : '') + text; };

exports.rule = entities.Issue.stateMachine({
  title: 'Stages',
  fieldName: 'Stage',
  states: {
    New: {
      initial: true,
      onExit: (ctx) => note(ctx.issue, 'exit-New'),
      transitions: {
        start: {
          targetState: 'Active',
          guard: (ctx) => ctx.issue.summary.indexOf('blocked') < 0,
          action: (ctx) => note(ctx.issue, 'start-by-' + ctx.currentUser.login),
        },
      },
    },
    active: {
      onEnter: (ctx) => note(ctx.issue, 'enter-Active'),
      transitions: {
        finish: { targetState: 'DONE' },
        again: { targetState: 'Active', action: (ctx) => note(ctx.issue, 'again') },
        expire: { targetState: 'New', after: 60 * 60 * 1000, action: (ctx) => note(ctx.issue, 'expired-' + ctx.currentUser.isSystem) },
      },
    },
    Done: {
      onEnter: (ctx) => { if (ctx.issue.summary.indexOf('breaks') >= 0) throw new Error('onEnter breaks'); note(ctx.issue, 'enter-Done'); },
      transitions: {},
    },
  },
  requirements: { Stage: { type: entities.EnumField.fieldType, New: {}, Active: {}, Done: {} } },
});
