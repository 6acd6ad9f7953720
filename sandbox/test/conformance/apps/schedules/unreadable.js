const entities = require('@jetbrains/youtrack-scripting-api/entities');
exports.rule = entities.Issue.onSchedule({ search: 'Moon: full', cron: '0 0 12 1 1 ? 2099', action: () => {} });
