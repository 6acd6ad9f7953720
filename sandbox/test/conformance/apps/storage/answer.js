// A library of this app: wraps a function of ctx as an endpoint that answers {"value": …} or {"error": …}.
function answering(method, scope) {
  return function (path, work) {
    return {
      method: method,
      path: path,
      scope: scope,
      handle: function (ctx) {
        try {
          ctx.response.json({ value: work(ctx) });
        } catch (e) {
          ctx.response.json({ error: String(e && e.message ? e.message : e) });
        }
      }
    };
  };
}

/** What people would compare entities by. */
function nameOf(entity) {
  if (!entity) return entity;
  return entity.login || entity.id || entity.key || entity.name || entity.text;
}

function listOf(set) {
  const names = [];
  set.forEach(function (element) { names.push(nameOf(element)); });
  return names;
}

module.exports = { answering: answering, nameOf: nameOf, listOf: listOf };
