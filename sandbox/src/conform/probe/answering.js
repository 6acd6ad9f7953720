/** An endpoint of the issue scope that answers {"value": …}, or {"threw": "…"} with the message of what was thrown. */
exports.answering = function answering(method, path, work) {
  return {
    method,
    path,
    scope: 'issue',
    handle(ctx) {
      try {
        const value = work(ctx);
        ctx.response.json({ value: value === undefined ? 'undefined' : value });
      } catch (error) {
        ctx.response.json({ threw: String(error?.message ? error.message : error) });
      }
    },
  };
};
