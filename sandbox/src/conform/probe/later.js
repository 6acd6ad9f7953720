const { answering } = require('./answering');

const schedule = (method, path, name) => ({
  method,
  path,
  scope: 'issue',
  handle(ctx) {
    ctx.invokeAsync(name, 100);
    ctx.response.text('scheduled');
  },
});

exports.httpHandler = {
  endpoints: [
    schedule('GET', 'from-get', 'afterGet'),
    schedule('POST', 'from-post', 'afterPost'),
    answering('POST', 'twice', (ctx) => {
      ctx.invokeAsync('nothing', 100);
      ctx.invokeAsync('nothing', 100);
      return 'both are taken';
    }),
    answering('GET', 'marks', (ctx) => [
      ctx.issue.extensionProperties.ratio === 1,
      ctx.issue.extensionProperties.flag === true,
    ]),
  ],
  asyncFunctions: {
    afterGet: (ctx) => {
      ctx.issue.extensionProperties.ratio = 1;
    },
    afterPost: (ctx) => {
      ctx.issue.extensionProperties.flag = true;
    },
    nothing: () => undefined,
  },
};
