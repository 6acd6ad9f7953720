const entities = require('@jetbrains/youtrack-scripting-api/entities');
const dateTime = require('@jetbrains/youtrack-scripting-api/date-time');
const { answering, nameOf, listOf } = require('./answer');

const read = answering('GET', 'issue');
const write = answering('POST', 'issue');
const field = (ctx, name) => ctx.issue.project.findFieldByName(name);

exports.httpHandler = {
  endpoints: [
    read('state', ({ issue }) => [issue.fields.State.name, issue.fields.State.presentation, issue.fields.State.isResolved]),
    read('enum', ({ issue }) => [issue.fields.Priority.name, issue.fields.Priority.ordinal, issue.fields.Priority.isArchived]),
    read('enum-multi', ({ issue }) => listOf(issue.fields.Kinds)),
    read('owned', ({ issue }) => [issue.fields.Subsystem.name, issue.fields.Subsystem.owner.login]),
    read('version-multi', ({ issue }) => issue.fields['Fix versions'].map((one) => [one.name, one.isReleased])),
    read('build', ({ issue }) => issue.fields['Fixed in build'].name),
    read('user', ({ issue }) => [issue.fields.Assignee.login, issue.fields.Assignee.fullName]),
    read('user-multi', ({ issue }) => listOf(issue.fields.Reviewers)),
    read('group', ({ issue }) => issue.fields.Audience.name),
    read('date', ({ issue }) => issue.fields['Due Date']),
    read('dateTime', ({ issue }) => issue.fields['Met at']),
    read('integer', ({ issue }) => issue.fields.Points),
    read('float', ({ issue }) => issue.fields.Ratio),
    read('string', ({ issue }) => issue.fields.Customer),
    read('text', ({ issue }) => issue.fields.Notes),
    read('period', ({ issue }) => {
      var period = issue.fields.Estimation;
      return !period ? 0 : period.getMinutes() + 60 * (period.getHours() + 8 * period.getDays());
    }),
    read('by-property', ({ issue }) => issue.fields.Due_Date === undefined),
    read('unknown', ({ issue }) => issue.fields['No such field'] === undefined),
    read('letter-case', ({ issue }) => nameOf(issue.fields.priority)),
    read('names', ({ issue }) => Object.keys(issue.fields).filter((name) => typeof issue.fields[name] !== 'function')),
    read('for-in', ({ issue }) => { const names = []; for (const name in issue.fields) if (name === 'State' || name === 'Points') names.push(name); return names.sort(); }),
    read('empty', ({ issue }) => [issue.fields.Assignee, issue.fields.Points, issue.fields.Estimation, issue.fields['Due Date'], issue.fields.Kinds.isEmpty()]),
    read('is', ({ issue }) => [issue.is('State', 'Open'), issue.is('State', 'Fixed'), issue.is('summary', 'Первая')]),
    read('canBe', ({ issue }) => {
      const [jane, ghost] = ['jane', 'ghost'].map((login) => entities.User.findByLogin(login));
      return [issue.fields.canBeReadBy('State', jane), issue.fields.canBeWrittenBy('State', jane), issue.fields.canBeReadBy('State', ghost), issue.fields.canBeWrittenBy('State', ghost)];
    }),
    read('required-set', ({ issue }) => { issue.fields.required('State', 'Say the state'); return 'passed'; }),
    read('required-unset', ({ issue }) => { issue.fields.required('Assignee', 'Say who'); return 'passed'; }),
    write('set-state', (ctx) => { ctx.issue.fields.State = field(ctx, 'State').findValueByName('Fixed'); return [ctx.issue.isResolved, ctx.issue.becomesResolved, typeof ctx.issue.resolved]; }),
    write('unset-state', (ctx) => { ctx.issue.fields.State = field(ctx, 'State').findValueByName('Open'); return [ctx.issue.isResolved, ctx.issue.becomesUnresolved, ctx.issue.resolved]; }),
    write('set-enum', (ctx) => { ctx.issue.fields.Priority = field(ctx, 'Priority').findValueByName('Minor'); return ctx.issue.fields.Priority.name; }),
    write('set-user', (ctx) => { ctx.issue.fields.Assignee = entities.User.findByLogin('joe'); return ctx.issue.fields.Assignee.login; }),
    write('set-user-multi', (ctx) => { ctx.issue.fields.Reviewers.add(entities.User.findByLogin('lead')); return listOf(ctx.issue.fields.Reviewers); }),
    write('set-group', (ctx) => { ctx.issue.fields.Audience = entities.UserGroup.findByName('Testers'); return ctx.issue.fields.Audience.name; }),
    write('set-version-multi', (ctx) => { const value = field(ctx, 'Fix versions').findValueByName('2.0'); ctx.issue.fields['Fix versions'].clear(); ctx.issue.fields['Fix versions'].add(value); return listOf(ctx.issue.fields['Fix versions']); }),
    write('set-numbers', (ctx) => { ctx.issue.fields.Points = 8; ctx.issue.fields.Ratio = 0.25; return [ctx.issue.fields.Points, ctx.issue.fields.Ratio]; }),
    write('set-texts', (ctx) => { ctx.issue.fields.Customer = 'Лютик'; ctx.issue.fields.Notes = 'Заметка'; return [ctx.issue.fields.Customer, ctx.issue.fields.Notes]; }),
    write('set-dates', (ctx) => { ctx.issue.fields['Due Date'] = 1767355200000; ctx.issue.fields['Met at'] = 1767268800001; return [ctx.issue.fields['Due Date'], ctx.issue.fields['Met at']]; }),
    write('set-period', (ctx) => { ctx.issue.fields.Estimation = dateTime.toPeriod('3h'); return ctx.issue.fields.Estimation.getHours(); }),
    write('clear', (ctx) => { ctx.issue.fields.Assignee = null; ctx.issue.fields.Points = null; ctx.issue.fields.Customer = null; return [ctx.issue.fields.Assignee, ctx.issue.fields.Points, ctx.issue.fields.Customer]; }),
    write('wrong-type', (ctx) => { ctx.issue.fields.Points = 'many'; }),
    write('wrong-value', (ctx) => { ctx.issue.fields.Priority = field(ctx, 'State').findValueByName('Open'); }),
    write('unknown-field', (ctx) => { ctx.issue.fields['No such field'] = 1; }),
    write('create-value', (ctx) => { const value = field(ctx, 'Priority').createValue('Huge'); ctx.issue.fields.Priority = value; return ctx.issue.fields.Priority.name; }),
    write('create-existing', (ctx) => field(ctx, 'Priority').createValue('Minor')),
    write('changes', (ctx) => {
      const { issue } = ctx;
      const before = [issue.fields.isChanged('Priority'), issue.fields.oldValue('Priority')];
      issue.fields.Priority = field(ctx, 'Priority').findValueByName('Major');
      return before.concat([
        issue.fields.isChanged('Priority'), nameOf(issue.fields.oldValue('Priority')), issue.fields.becomes('Priority', 'Major'),
        issue.isChanged('Priority'), issue.was('Priority', 'Huge'), issue.becomes('Priority', 'Major'), issue.is('Priority', 'Major'),
        issue.fields.isChanged(field(ctx, 'Priority')), issue.fields.isChanged('State'),
      ]);
    }),
    write('defaults', (ctx) => {
      const { issue } = ctx;
      issue.fields.Priority = null;
      issue.setDefaultFieldValues();
      return [issue.fields.Priority.name, issue.fields.State.name];
    }),
  ],
};
