exports.httpHandler = {
  endpoints: [
    {
      scope: 'issue',
      method: 'GET',
      path: 'hello',
      handle: (ctx) => {
        ctx.response.json({ hello: 'world' });
      },
    },
  ],
};
