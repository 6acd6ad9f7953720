const notifications = require('@jetbrains/youtrack-scripting-api/notifications');

exports.httpHandler = {
  endpoints: [
    {
      scope: 'issue',
      method: 'POST',
      path: 'remind',
      handle(ctx) {
        ctx.invokeAsync('remind', 2 * 24 * 60 * 60 * 1000);
        ctx.response.json({ reminds: ctx.currentUser.login });
      },
    },
  ],
  asyncFunctions: {
    remind(ctx) {
      notifications.sendEmail({
        to: [ctx.currentUser.email],
        subject: `Напоминание: ${ctx.issue.id}`,
        body: '',
      });
    },
  },
};
