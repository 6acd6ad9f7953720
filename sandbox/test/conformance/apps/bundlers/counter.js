var n = 0;
exports.loaded = (exports.loaded || 0) + 1;
exports.count = function () { n += 1; return n; };
