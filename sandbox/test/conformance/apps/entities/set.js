const entities = require('@jetbrains/youtrack-scripting-api/entities');
const { answering, listOf } = require('./answer');

const read = answering('GET', 'issue');
const write = answering('POST', 'issue');
const tag = (name) => entities.Tag.findTagByName(name);

exports.httpHandler = {
  endpoints: [
    read('size', ({ issue }) => [issue.comments.size, issue.links['depends on'].size]),
    read('isEmpty', ({ issue }) => [issue.comments.isEmpty(), issue.links['depends on'].isEmpty()]),
    read('isNotEmpty', ({ issue }) => [issue.comments.isNotEmpty(), issue.links['depends on'].isNotEmpty()]),
    read('first', ({ issue }) => [issue.links['parent for'].first().id, issue.links['depends on'].first()]),
    read('last', ({ issue }) => [issue.links['parent for'].last().id, issue.links['depends on'].last()]),
    read('get', ({ issue }) => [issue.links['parent for'].get(1).id, issue.links['parent for'].get(2)]),
    read('has', ({ issue }) => [issue.links['parent for'].has(entities.Issue.findById('DEMO-2')), issue.links['parent for'].has(entities.Issue.findById('DEMO-3')), issue.links['parent for'].has(null)]),
    read('find', ({ issue }) => [issue.links['parent for'].find((one) => one.isResolved).id, issue.links['parent for'].find(() => false) === undefined]),
    read('forEach', ({ issue }) => listOf(issue.links['parent for'])),
    read('map', ({ issue }) => issue.links['parent for'].map((one, index, set) => one.id + index + '/' + set.size)),
    read('slice', ({ issue }) => { const set = issue.fields.Kinds; return [set.slice(0, 1), set.slice(1), set.slice(-1), set.slice(2), set.slice()].map((part) => part.map((one) => one.name)); }),
    read('slice-is-array', ({ issue }) => Array.isArray(issue.fields.Kinds.slice())),
    read('entries', ({ issue }) => {
      const found = [];
      const iter = issue.links['parent for'].entries();
      let v = iter.next();
      while (!v.done) {
        found.push(v.value.id);
        v = iter.next();
      }
      return found.concat([v.value]);
    }),
    read('values', ({ issue }) => issue.links['parent for'].values().next().value.id),
    write('add', ({ issue }) => { issue.tags.add(tag('mine')); issue.tags.add(tag('mine')); return listOf(issue.tags); }),
    write('delete', ({ issue }) => { issue.tags.delete(tag('mine')); issue.tags.delete(tag('mine')); return listOf(issue.tags); }),
    write('changed', ({ issue }) => {
      const before = issue.tags.isChanged;
      issue.tags.add(tag('mine'));
      issue.tags.delete(tag('hot'));
      return [before, issue.tags.isChanged, listOf(issue.tags.added), listOf(issue.tags.removed)];
    }),
    write('undone', ({ issue }) => {
      issue.tags.delete(tag('mine'));
      issue.tags.add(tag('mine'));
      return [issue.tags.isChanged, listOf(issue.tags.added)];
    }),
    write('clear', ({ issue }) => { issue.tags.clear(); return [issue.tags.size, listOf(issue.tags.removed)]; }),
    write('add-nonsense', ({ issue }) => issue.tags.add('text')),
    write('iterate-and-change', ({ issue }) => {
      ['one', 'two', 'three'].forEach((name) => issue.addTag(name));
      issue.tags.forEach((one) => { issue.removeTag(one.name); });
      return issue.tags.size;
    }),
  ],
};
