// A rule and a library in one bundle: what esbuild makes of `export const rule = …`
var entities = require('@jetbrains/youtrack-scripting-api/entities');
var rule_exports = {};
Object.defineProperty(rule_exports, 'rule', { get: () => rule, enumerable: true });
Object.defineProperty(rule_exports, 'helper', { get: () => helper, enumerable: true });
module.exports = Object.defineProperty(rule_exports, '__esModule', { value: true });
var helper = () => 1;
var rule = entities.Issue.onChange({ title: 'Бандл', guard: (ctx) => ctx.issue.isChanged('summary') && ctx.issue.summary === 'bundled', action: (ctx) => { ctx.issue.description = 'да' + helper(); } });
