const entities = require('@jetbrains/youtrack-scripting-api/entities');
const http = require('@jetbrains/youtrack-scripting-api/http');

const connection = new http.Connection('https://echo.example');
const file = () => entities.Issue.findById('DEMO-1').attachments.first();
const endpoint = (method, path, handle) => ({ method, path, handle });

exports.httpHandler = {
  endpoints: [
    endpoint('POST', 'back', (ctx) => { ctx.response.bodyAsStream = ctx.request.bodyAsStream; }),
    endpoint('GET', 'file', (ctx) => { ctx.response.addHeader('Content-Type', 'text/plain; charset=utf-8'); ctx.response.bodyAsStream = file().content; }),
    endpoint('GET', 'proxy', (ctx) => { ctx.response.bodyAsStream = connection.getSync('/text').bodyAsStream; }),
    endpoint('POST', 'attach-body', (ctx) => { const made = entities.Issue.findById('DEMO-2').addAttachment(ctx.request.bodyAsStream, 'body.txt', 'utf-8', 'text/plain'); ctx.response.json({ value: [made.size, made.base64Content] }); }),
    endpoint('POST', 'attach-answer', (ctx) => { const made = entities.Issue.findById('DEMO-2').addAttachment(connection.getSync('/text').bodyAsStream, 'answer.txt', 'utf-8', 'text/plain'); ctx.response.json({ value: made.size }); }),
    endpoint('POST', 'send-file', (ctx) => {
      const attachment = file();
      const { body } = connection.postSync('/echo', [], { type: 'multipart/form-data', parts: [{ name: 'my-part-name', size: attachment.size, fileName: attachment.name, content: attachment.content }] }).json();
      ctx.response.json({ value: [/привет/.test(body), /name="my-part-name"/.test(body), /filename="notes.txt"/.test(body)] });
    }),
    endpoint('POST', 'twice', (ctx) => { const { bodyAsStream } = ctx.request; try { ctx.response.json({ value: [typeof bodyAsStream, ctx.request.body] }); } catch (e) { ctx.response.text('consumed: ' + e.message); } }),
    endpoint('POST', 'text-then-json', (ctx) => { const text = ctx.request.body; ctx.response.json({ value: [text.length, ctx.request.json()] }); }),
    endpoint('GET', 'entity', (ctx) => ctx.response.json(entities.Issue.findById('DEMO-1').fields.State)),
    endpoint('GET', 'nested', (ctx) => { const issue = entities.Issue.findById('DEMO-1'); ctx.response.json({ issue, tags: issue.tags, when: new Date(0), none: undefined, nothing: null, list: [undefined, NaN], big: 9007199254740991 }); }),
    endpoint('GET', 'content-type', (ctx) => { ctx.response.json({ a: 1 }); ctx.response.addHeader('Content-Type', 'application/hal+json'); }),
    endpoint('GET', 'html', (ctx) => { ctx.response.addHeader('Content-Type', 'text/html; charset=utf-8'); ctx.response.body = '<p>Привет</p>'; }),
    endpoint('GET', 'last-wins', (ctx) => { ctx.response.text('first'); ctx.response.json({ second: true }); }),
    endpoint('GET', 'code-text', (ctx) => { ctx.response.code = '201'; ctx.response.text('made'); }),
    endpoint('GET', 'code-nonsense', (ctx) => { ctx.response.code = 12345; ctx.response.text('x'); }),
    endpoint('GET', 'header-newline', (ctx) => { ctx.response.addHeader('X-Evil', 'a\r\nSet-Cookie: b=1'); ctx.response.text('x'); }),
    endpoint('GET', 'chain', (ctx) => { const { response } = ctx; response.addHeader('X-A', '1').addHeader('X-B', '2'); response.code = 202; response.text('chained'); }),
    endpoint('GET', 'parameters', ({ request, response }) => response.json({ value: [request.getParameters('none').length, request.getParameter('a'), request.parameterNames.length] })),
    endpoint('GET', 'emoji', (ctx) => ctx.response.text('🦊 \u0000 ы')),
    endpoint('GET', 'large', (ctx) => ctx.response.text('ы'.repeat(1000000))),
    endpoint('DELETE', 'with-body', (ctx) => ctx.response.json({ value: ctx.request.body })),
    endpoint('PUT', 'json', (ctx) => ctx.response.json({ value: ctx.request.json() })),
  ],
};
