const a = require('./cycle-a');
exports.read = () => a.word;
