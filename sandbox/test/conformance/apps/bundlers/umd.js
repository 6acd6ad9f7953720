(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', '@jetbrains/youtrack-scripting-api/strings'], factory);
  } else if (typeof exports === 'object' && typeof exports.nodeName !== 'string') {
    factory(exports, require('@jetbrains/youtrack-scripting-api/strings'));
  } else {
    factory((root.app = {}), root.strings);
  }
}(typeof self !== 'undefined' ? self : this, function (exports, strings) {
  exports.httpHandler = { endpoints: { method: 'GET', path: 'hello', handle: function (ctx) { ctx.response.text(strings.getLevenshteinDistance('a', 'b') === 1 ? 'да' : 'нет'); } } };
}));
