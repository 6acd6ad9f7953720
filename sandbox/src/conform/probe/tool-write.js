const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.aiTool = {
  name: 'probe_write',
  description: 'Writes to an issue of the probe project',
  inputSchema: { type: 'object', properties: { issue: { type: 'string' } }, required: ['issue'] },
  annotations: { readOnlyHint: false },
  execute(ctx) {
    const issue = entities.Issue.findById(ctx.arguments.issue);
    if (issue.project.key === 'PROBE_PROJECT') issue.extensionProperties.text = 'by a tool';
    return 'done';
  },
};
