const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.aiTool = {
  name: 'later',
  description: 'Schedules slow work instead',
  execute: (ctx) => { ctx.store('issue', entities.Issue.findById('DEMO-2')); ctx.invokeAsync('work', 1000); return 'scheduled'; },
  asyncFunctions: { work: (ctx) => { ctx.load('issue').description = 'worked as ' + ctx.currentUser.login; } },
};
