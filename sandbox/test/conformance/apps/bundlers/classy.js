class Endpoint {
  #word;
  constructor(path, word) { this.method = 'GET'; this.path = path; this.#word = word; }
  handle(ctx) { ctx.response.text(this.#word); }
}
class Handler {
  static endpoints = ['hello', 'bye'].map((path) => new Endpoint(path, path === 'hello' ? 'да' : 'пока'));
}
module.exports = { httpHandler: { endpoints: Handler.endpoints } };
