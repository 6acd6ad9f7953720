exports.word = 'да';
const b = require('./cycle-b');
exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: (ctx) => ctx.response.text(b.read()) }] };
