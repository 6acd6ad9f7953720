const workflow = require('@jetbrains/youtrack-scripting-api/workflow');
const notifications = require('@jetbrains/youtrack-scripting-api/notifications');
const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { answering } = require('./answer');

const post = answering('POST', 'issue');
const raw = (path, handle) => ({ method: 'POST', scope: 'issue', path, handle });
const user = (login) => entities.User.findByLogin(login);

exports.httpHandler = {
  endpoints: [
    post('send', ({ issue }) => {
      const authorName = issue.reporter.fullName;
      const message = {
        fromName: authorName,
        to: ['user1@example.com', 'user2@example.com'],
        cc: ['user3@example.com'],
        bcc: 'user4@example.com',
        subject: `New comment in ${issue.id}`,
        headers: { 'X-Custom-Header': 'Important value' },
        body: '<div>Привет</div>',
      };
      notifications.sendEmail(message, issue);
      return 'sent';
    }),
    post('send-short', () => { notifications.sendEmail({ to: 'one@example.com', subject: 'Short', body: '' }); return 'sent'; }),
    post('send-nobody', () => notifications.sendEmail({ to: [], subject: 'x', body: 'y' })),
    post('send-nothing', () => notifications.sendEmail(null)),
    raw('send-undone', () => { notifications.sendEmail({ to: ['never@example.com'], subject: 'Never', body: '' }); throw new Error('no'); }),
    post('notify', () => { user('jane').notify('Тема', 'Текст'); return 'sent'; }),
    post('notify-json', () => { user('jane').notify({ subject: 'JSON', body: 'Body', ignoreNotifyOnOwnChangesSetting: true }); return 'sent'; }),
    post('notify-own', (ctx) => { ctx.currentUser.notify('Own', 'x', false); ctx.currentUser.sendMail('Own mail', 'x'); return 'sent'; }),
    post('notify-group', () => { entities.UserGroup.findByName('Testers').notifyAllUsers('To all', 'x'); return 'sent'; }),
    post('message', () => { workflow.message('Сообщение'); return 'shown'; }),
    raw('message-undone', () => { workflow.message('Undone'); throw new Error('no'); }),
    post('check-true', () => { workflow.check(true, 'Fine'); return 'passed'; }),
    post('check-false', () => workflow.check(false, 'Только исполнитель')),
    raw('check-rolls-back', ({ issue }) => { issue.summary = 'half'; workflow.check(false, 'Rolled back'); }),
    post('i18n', () => [String(workflow.i18n('Текст')), workflow.i18n('Issue {0} of {1}', 'DEMO-1', 'jane') + '', String(workflow.i18n('{2}', 1))]),
    post('i18n-check', ({ issue }) => workflow.check(false, workflow.i18n('Not {0}', issue.id))),
    raw('console', () => { console.log('слово', 1, { a: [true, null] }); console.info('info'); console.warn('warn'); console.error('error', new Error('why')); console.debug('debug'); console.trace('trace'); }),
  ],
};
