const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { answering, listOf } = require('./answer');

exports.httpHandler = {
  endpoints: [
    answering('GET', 'issue')('look', ({ issue }) => [issue.extensionProperties.text == null, issue.extensionProperties.flag === undefined, issue.extensionProperties['storage:text'] === undefined, issue.extensionProperties['ext:storage:text'] === undefined]),
    answering('GET', 'issue')('find', () => listOf(entities.Issue.findByExtensionProperties({ text: 'Слово' }))),
    answering('POST', 'issue')('write', ({ issue }) => { issue.extensionProperties.text = 'mine'; return issue.extensionProperties.text; }),
    answering('GET', 'issue')('storage', (ctx) => ctx.globalStorage.extensionProperties.globalCounter == null),
  ],
};
