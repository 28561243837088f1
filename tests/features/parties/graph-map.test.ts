// The map of relationships: grows by answers, never draws a record twice, mirrors nothing but the drawing.
import { expect, test } from 'vitest';
import { layoutGraph, neighbourOf } from '../../../src-renderer/features/parties/map/graph-layout';
import { emptyGraph, withAnswer } from '../../../src-renderer/features/parties/map/graph-state';
import type { GraphAnswer, GraphState } from '../../../src-renderer/features/parties/map/graph-state';

const node = (id: string, more = 0) => ({ id, kind: 'person' as const, name: id, depth: 0, more });
const edge = (from: string, to: string, type = 'relative') => ({
  id: `${from}-${to}`,
  from,
  to,
  type,
  position: null,
  ended: false,
});
const answer = (nodes: GraphAnswer['nodes'], edges: GraphAnswer['edges']): GraphAnswer => ({
  nodes,
  edges,
  truncated: false,
});

/** Reem knows Salem and Fatima; Fatima knows two more. */
const aroundReem = answer(
  [node('reem'), node('salem'), node('fatima', 2)],
  [edge('reem', 'salem'), edge('fatima', 'reem')],
);
const begun = (): GraphState => withAnswer(emptyGraph('reem'), 'reem', aroundReem);

test('the party stands first, its neighbours one column further', () => {
  const { places } = layoutGraph(begun());
  const start = (id: string): number => places.find((place) => place.node.id === id)!.start;
  expect(start('salem')).toBe(start('fatima'));
  expect(start('salem')).toBeGreaterThan(start('reem'));
});

test('an expansion adds what is new and keeps what is there', () => {
  const aroundFatima = answer(
    [node('fatima'), node('reem', 1), node('fahd'), node('layla')],
    [edge('fatima', 'reem'), edge('fatima', 'fahd'), edge('fatima', 'layla')],
  );
  const grown = withAnswer(begun(), 'fatima', aroundFatima);
  expect([...grown.nodes.keys()].toSorted()).toEqual(['fahd', 'fatima', 'layla', 'reem', 'salem']);
  expect(grown.nodes.get('fahd')).toMatchObject({ depth: 2, parent: 'fatima' });
  expect(grown.nodes.get('reem')).toMatchObject({ depth: 0, parent: null });
});

test('what any answer has drawn is no longer counted as hidden', () => {
  expect(begun().nodes.get('fatima')?.more).toBe(2);
  const aroundFatima = answer(
    [node('fatima'), node('reem', 1), node('fahd'), node('layla')],
    [edge('fatima', 'reem'), edge('fatima', 'fahd'), edge('fatima', 'layla')],
  );
  const grown = withAnswer(begun(), 'fatima', aroundFatima);
  expect(grown.nodes.get('fatima')?.more).toBe(0);
  expect(grown.nodes.get('reem')?.more).toBe(0);
});

test('a circle of relationships ends: every record is drawn once', () => {
  const circle = answer([node('a'), node('b'), node('c')], [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')]);
  const state = withAnswer(emptyGraph('a'), 'a', circle);
  expect(layoutGraph(state).places).toHaveLength(3);
  expect(state.edges.size).toBe(3);
});

test('no two records lie on one another', () => {
  const many = Array.from({ length: 60 }, (_, index) => node(`n${index}`));
  const state = withAnswer(
    emptyGraph('root'),
    'root',
    answer(
      [node('root'), ...many],
      many.map(({ id }) => edge('root', id)),
    ),
  );
  const spots = layoutGraph(state).places.map(({ start, top }) => `${start}/${top}`);
  expect(new Set(spots).size).toBe(61);
});

test('arrows lead from record to record and stop at the rim', () => {
  const layout = layoutGraph(begun());
  const first = neighbourOf(layout, 'reem', 'deeper')!;
  expect(['salem', 'fatima']).toContain(first);
  expect(neighbourOf(layout, first, 'back')).toBe('reem');
  const other = neighbourOf(layout, 'salem', 'down') ?? neighbourOf(layout, 'salem', 'up');
  expect(other).toBe('fatima');
  expect(neighbourOf(layout, 'reem', 'back')).toBeUndefined();
  expect(neighbourOf(layout, 'salem', 'deeper')).toBeUndefined();
});
