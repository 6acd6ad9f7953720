'use strict';
var answer = 'да';
exports.httpHandler = {
  endpoints: [{ method: 'GET', path: 'hello',
    handle: function (ctx) {
      ctx.response.text(`${answer}`);
    } }]
};
// the end