const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { hasMark } = require('./marks');
exports.rule = entities.Issue.onChange({
  guard: (ctx) => hasMark(ctx.issue, 'met') && ctx.issue.isChanged('summary'),
  action: (ctx) => {
    ctx.issue.description = [ctx.ImportantPerson.login, ctx.OurTeam.name, ctx.Int.key, ctx.Ref.id, ctx.ToBeReleased.name, ctx.Untested.query, ctx.Depend.outward, ctx.Assignee.name,
      ctx.Versions.One.name, ctx.Due.name, ctx.Points.name].join('/');
  },
  requirements: {
    ImportantPerson: { type: entities.User, login: 'admin' },
    OurTeam: { type: entities.UserGroup, name: 'Team' },
    Int: { type: entities.Project, name: 'Operations' },
    Ref: { type: entities.Issue, id: 'OPS-1' },
    ToBeReleased: { type: entities.Tag, name: 'hot' },
    Untested: { type: entities.SavedQuery, name: 'Open ones' },
    Depend: { type: entities.IssueLinkPrototype, outward: 'is required for', inward: 'depends on' },
    Assignee: { type: entities.User.fieldType },
    Versions: { type: entities.ProjectVersion.fieldType, name: 'Fix versions', multi: true, One: { name: '1.0' } },
    Due: { type: entities.Field.dateType, name: 'Due Date' },
    Points: { type: entities.Field.integerType },
  },
});
