// The records on the map: buttons in reading order, one of them in the tab order, arrows move between them.

import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Bidi, NumberText, useT } from '../../../ui';
import type { Translate } from '../../../ui';
import type { Arrow, GraphLayout, NodePlace } from './graph-layout';
import { neighbourOf, NODE_HEIGHT, NODE_WIDTH, rem } from './graph-layout';
import type { GraphState, PlacedNode } from './graph-state';
import { kindIcons } from './kind-icons';
import styles from './map.module.css';

export interface GraphNodesProps {
  readonly state: GraphState;
  readonly layout: GraphLayout;
  readonly focus: string;
  readonly mirrored: boolean;
  onFocus(id: string): void;
  onExpand(id: string): void;
  onOpen(id: string): void;
}

export function GraphNodes(props: GraphNodesProps): ReactNode {
  const { layout, focus, mirrored, onFocus, onExpand, onOpen } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = arrowOf(event.key, mirrored);
    const next = arrow === undefined ? undefined : neighbourOf(layout, focus, arrow);
    if (next !== undefined) onFocus(next);
    else if (arrow === 'deeper') onExpand(focus);
    else if (event.key === 'Enter' && event.shiftKey) onOpen(focus);
    else if (arrow === undefined) return;
    event.preventDefault();
  };
  return (
    <div onKeyDown={onKeyDown}>
      {layout.places.map((place) => (
        <NodeBox key={place.node.id} place={place} {...props} />
      ))}
    </div>
  );
}

function arrowOf(key: string, mirrored: boolean): Arrow | undefined {
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowRight') return mirrored ? 'back' : 'deeper';
  if (key === 'ArrowLeft') return mirrored ? 'deeper' : 'back';
  return undefined;
}

function NodeBox({
  place,
  state,
  focus,
  onFocus,
  onExpand,
  onOpen,
}: GraphNodesProps & { readonly place: NodePlace }): ReactNode {
  const t = useT();
  const { node } = place;
  const box = useRef<HTMLButtonElement>(null);
  const focused = focus === node.id;
  useEffect(() => {
    const inside = box.current?.parentElement?.contains(document.activeElement) === true;
    if (focused && inside) box.current?.focus();
  }, [focused]);
  const Icon = kindIcons[node.kind];
  const relation = relationOf(t, state, node);
  return (
    <button
      ref={box}
      type="button"
      className={styles.node}
      style={{
        insetInlineStart: rem(place.start),
        insetBlockStart: rem(place.top),
        inlineSize: rem(NODE_WIDTH),
        blockSize: rem(NODE_HEIGHT),
      }}
      tabIndex={focused ? 0 : -1}
      aria-current={focused}
      data-root={node.parent === null || undefined}
      data-ended={state.edges.get(node.edge ?? '')?.ended || undefined}
      onFocus={() => onFocus(node.id)}
      onClick={(event) => (event.shiftKey ? onOpen(node.id) : node.more > 0 && onExpand(node.id))}
      onDoubleClick={() => onOpen(node.id)}
    >
      <Icon size={18} className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.name}>
          <Bidi>{node.name}</Bidi>
        </span>
        {relation !== null && <span className={styles.relation}>{relation}</span>}
      </span>
      {node.more > 0 && (
        <span className={styles.more}>
          <span aria-hidden="true">
            <NumberText value={node.more} />
          </span>
          <span className="dw-said">{t('relationships.more', { count: node.more })}</span>
        </span>
      )}
    </button>
  );
}

/** What this record is to the one it hangs on: "Employee", "Guardian"; with the position where one is known. */
export function relationOf(t: Translate, state: GraphState, node: PlacedNode): string | null {
  const edge = state.edges.get(node.edge ?? '');
  if (edge === undefined) return null;
  const label = t.any(`relationships.${edge.from === node.id ? 'type' : 'inverse'}.${edge.type}`);
  return edge.position === null ? label : `${label} · ${edge.position}`;
}
