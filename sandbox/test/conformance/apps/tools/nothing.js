exports.aiTool = { name: 'nothing', description: 'Answers nothing', execute: async () => undefined };
