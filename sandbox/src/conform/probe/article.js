exports.httpHandler = {
  endpoints: [
    {
      method: 'GET',
      path: 'id',
      scope: 'article',
      handle: (ctx) => ctx.response.json({ value: ctx.article.id }),
    },
  ],
};
