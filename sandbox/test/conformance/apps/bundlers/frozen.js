'use strict';
const bare = Object.create(null);
bare.httpHandler = Object.freeze({ endpoints: Object.freeze([Object.freeze({ method: 'GET', path: 'hello', handle: Object.freeze((ctx) => { ctx.response.text('да'); }) })]) });
module.exports = Object.freeze(bare);
