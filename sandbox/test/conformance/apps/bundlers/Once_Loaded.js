let loads = require('./counter').count();
exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text(loads === 1 && require('./counter.js').loaded === 1 ? 'да' : 'нет') }] };
