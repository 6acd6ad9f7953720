const entities = require('@jetbrains/youtrack-scripting-api/entities');

exports.aiTool = {
  name: 'get_issue_content',
  description: 'Returns information about an issue by its ID',
  inputSchema: {
    type: 'object',
    properties: {
      issueId: {
        type: 'string',
        description: 'The readable issue ID (e.g. TEST-1234)'
      }
    },
    required: ['issueId']
  },
  annotations: {
    title: 'Get issue content',
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: false,
    openWorldHint: false,
    returnDirect: false
  },
  execute: (ctx) => {
    const issue = entities.Issue.findById(ctx.arguments.issueId);
    return {
      id: issue.id,
      description: issue.description,
      state: issue.fields.State,
      assignee: issue.fields.Assignee?.login,
      project: {
        name: issue.project.name,
        key: issue.project.key
      }
    };
  },
  outputSchema: {
    type: 'object',
    properties: {
      id: {
        type: 'string',
        description: 'The readable issue ID'
      },
      description: {
        type: 'string',
        description: 'The issue description'
      }
    },
    required: ['id']
  }
};
