// Old style: no strict mode, var, a function declared in a block, an undeclared global, octal, with a this.
counterOfSloppy = 010;
if (true) { function word() { return 'да'; } }
exports.httpHandler = { endpoints: [{ method: 'GET', path: 'hello', handle: function () { arguments[0].response.text(this.path === 'hello' && counterOfSloppy === 8 ? word() : 'нет'); } }] };
