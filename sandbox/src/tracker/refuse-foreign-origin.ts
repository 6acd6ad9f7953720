import type { MiddlewareHandler } from 'hono';

/** A page of somebody else's that is open in the same browser must not submit our forms: its `Origin` is not ours. */
export const refuseForeignOrigin: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  const isRead = ['GET', 'HEAD'].includes(context.req.method);
  if (isRead || origin === undefined || origin === new URL(context.req.url).origin) return await next();
  return context.text('This request comes from a page of another site.', 403);
};
