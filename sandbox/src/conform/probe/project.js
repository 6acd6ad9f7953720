exports.httpHandler = {
  endpoints: [
    {
      method: 'GET',
      path: 'key',
      scope: 'project',
      handle: (ctx) => ctx.response.json({ value: ctx.project.key }),
    },
  ],
};
