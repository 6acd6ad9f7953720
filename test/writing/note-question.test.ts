import { describe, expect, test } from '@jest/globals';
import { decodeOwed } from '../../src/links/owed-codec.ts';
import { forgetQuestion, isAnswered, noteQuestion, noteReport } from '../../src/writing/note-question.ts';
import { type FakeEntity, fakeEntity } from '../support/fake-host.ts';
import { changeOf, start, storedOwed } from './support/mirrored.ts';

const removal = changeOf({ issueKey: 'NEWQ-1', wish: 'gone', by: 'вася' });
const later = changeOf({ issueKey: 'NEWQ-1', wish: 'gone', at: start + 5, by: 'ольга', via: 'tracker' });

function open(...entries: readonly object[]): FakeEntity {
  const entity = fakeEntity({ key: 'DEMO-1' });
  entity.owed = entries.length === 0 ? undefined : storedOwed(...entries);
  return entity;
}

function owedOf({ owed: text }: FakeEntity): readonly unknown[] {
  const owed = decodeOwed(text);
  return owed.ok ? [...owed.value.values()] : [text];
}

const question = { issueKey: 'NEWQ-1', wish: 'gone', asks: { by: 'вася', via: 'youtrack' } };

test('a question stands beside what is owed of the same issue, and the object is found by it', () => {
  const entity = open({ issueKey: 'NEWQ-1', wish: 'gone' });
  noteQuestion(entity, removal, start + 9);
  expect(owedOf(entity)).toEqual([
    { issueKey: 'NEWQ-1', wish: 'gone', since: start, attempts: 0 },
    { ...question, since: start, attempts: 0, nextAt: start + 9 },
  ]);
  expect(entity.owes).toBe(true);
});

test('of two removals under one key the later one asks for both, in whatever order they are noted', () => {
  const asks = { by: 'ольга', via: 'tracker', isSet: true };
  const expected = [{ ...question, asks, since: start + 5, attempts: 0, nextAt: start + 9 }];
  const set = { ...later, isSet: true };
  const inOrder = open();
  for (const change of [removal, set]) noteQuestion(inOrder, change, start + 9);
  expect(owedOf(inOrder)).toEqual(expected);
  const backwards = open();
  for (const change of [set, removal]) noteQuestion(backwards, change, start + 9);
  expect(owedOf(backwards)).toEqual(expected);
});

test('a question that is noted again keeps how often it was asked', () => {
  const tried = { ...question, since: start, attempts: 3, nextAt: start + 9 };
  const entity = open(tried);
  noteQuestion(entity, removal, start);
  expect([owedOf(entity), entity.writes]).toEqual([[tried], 0]);
});

test('what is to be told takes no room of questions', () => {
  const telling = Array.from({ length: 100 }, (_, index) => ({
    issueKey: `TEST-${index + 1}`,
    wish: 'live',
  }));
  const entity = open(...telling);
  noteQuestion(entity, removal, start);
  expect(owedOf(entity)).toHaveLength(101);
});

test('no more than a hundred are kept for one object', () => {
  const entity = open();
  for (let number = 1; number <= 101; number += 1)
    noteQuestion(entity, changeOf({ issueKey: `NEWQ-${number}`, wish: 'gone' }), start);
  noteQuestion(entity, later, start);
  expect(owedOf(entity)).toHaveLength(100);
  expect(owedOf(entity)[0]).toMatchObject({ issueKey: 'NEWQ-1', since: start + 5 });
});

test('an answer takes away the question of its removal and of earlier ones, but of no later one', () => {
  const entity = open();
  noteQuestion(entity, later, start);
  forgetQuestion(entity, removal);
  expect(owedOf(entity)).toHaveLength(1);
  forgetQuestion(entity, later);
  expect([entity.owed, entity.owes]).toEqual([undefined, false]);
});

test('what a person has dropped is not asked again until something is removed anew', () => {
  const dropped = { ...question, since: start, droppedAt: start + 1 };
  const entity = open(dropped);
  const owed = decodeOwed(entity.owed);
  if (!owed.ok) throw new Error('it cannot be read');
  expect([isAnswered(owed.value, removal), isAnswered(owed.value, later)]).toEqual([true, false]);
  noteQuestion(entity, removal, start);
  forgetQuestion(entity, removal);
  expect(entity.writes).toBe(0);
  noteQuestion(entity, later, start);
  expect(owedOf(entity)).toMatchObject([{ since: start + 5, nextAt: start }]);
});

test('a value that cannot be read is left alone', () => {
  const entity = open();
  entity.owed = '{"v":99}';
  noteQuestion(entity, removal, start);
  forgetQuestion(entity, removal);
  expect([entity.owed, entity.writes]).toEqual(['{"v":99}', 0]);
});

test('one of the same instant is noted already, and debts of other links leave room for it', () => {
  const debts = Array.from({ length: 100 }, (_, index) => ({ issueKey: `MANY-${index + 1}` }));
  const entity = open(...debts);
  for (const due of [start, start + 9]) noteQuestion(entity, removal, due);
  expect([entity.writes, owedOf(entity).length, owedOf(entity).at(-1)]).toMatchObject([
    1,
    101,
    { nextAt: start },
  ]);
});

describe('the question whose a reported removal was', () => {
  const asks = { by: 'robot', via: 'tracker', isReport: true };
  const noted = { issueKey: 'TEST-1', wish: 'gone', since: start, attempts: 0, nextAt: start + 9, asks };
  const report = { issueKey: 'TEST-1', at: start, by: 'robot' };

  test('stands beside what is owed and what else is asked, and the object is found by it', () => {
    const others = [{ nextAt: start }, { wish: 'gone', asks: { by: 'вася', via: 'youtrack' } }];
    const entity = open(...others);
    noteReport(entity, report, start + 9);
    expect(owedOf(entity)).toHaveLength(3);
    expect([owedOf(entity)[2], entity.owes]).toEqual([noted, true]);
  });

  test('asks of the latest report, and keeps how often it was asked', () => {
    const entity = open({ ...noted, since: start - 1 });
    noteReport(entity, report, start + 9);
    expect(owedOf(entity)).toEqual([noted]);
    const tried = { ...noted, attempts: 3 };
    for (const since of [start, start + 1]) {
      const known = open({ ...tried, since });
      noteReport(known, report, start + 9);
      expect(owedOf(known)).toEqual([{ ...tried, since }]);
    }
  });

  test('leaves a value alone that cannot be read', () => {
    const entity = open();
    entity.owed = 'не JSON';
    noteReport(entity, report, start + 9);
    expect([entity.owed, entity.writes]).toEqual(['не JSON', 0]);
  });
});
