exports.httpHandler={endpoints:[{method:'GET',path:'hello',handle:t=>t.response.text('да')}]};
//# sourceMappingURL=handler.v2.js.map
