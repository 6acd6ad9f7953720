const steps = ['Change notes written', 'Tried as a reader', 'Translated into Russian', 'Announced'];

exports.httpHandler = {
  endpoints: [
    {
      method: 'GET',
      path: 'steps',
      scope: 'issue',
      handle: (ctx) => ctx.response.json(steps.map((name, index) => ({ name, isDone: index < 2 }))),
    },
  ],
};
