// The map of relationships around one party. It grows by a click or Enter; the list beside it says the same in words.

import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Bidi, Button, ErrorState, LoadingState, useMirrored, useNavigation, useT } from '../../../ui';
import { GraphEdges } from './GraphEdges';
import { GraphNodes } from './GraphNodes';
import { layoutGraph, rem } from './graph-layout';
import styles from './map.module.css';
import { useGraph } from './use-graph';
import type { Graph } from './use-graph';

export interface RelationshipMapProps {
  readonly partyId: string;
  readonly name: string;
}

export function RelationshipMap({ partyId, name }: RelationshipMapProps): ReactNode {
  const t = useT();
  const graph = useGraph(partyId);
  const navigation = useNavigation();
  const [chosen, setChosen] = useState(partyId);
  const mirrored = useMirrored();
  const layout = useMemo(() => layoutGraph(graph.state), [graph.state]);
  const focus = graph.state.nodes.has(chosen) ? chosen : partyId;
  const scroller = useRef<HTMLDivElement>(null);
  const drawn = layout.places.length > 0;
  useEffect(() => {
    const box = scroller.current;
    if (drawn && box !== null) box.scrollTop = (box.scrollHeight - box.clientHeight) / 2;
  }, [drawn]);
  const open = (id: string): void => navigation.go({ page: 'party', id });
  if (graph.failure !== null) return <ErrorState error={graph.failure} onRetry={graph.restart} />;
  if (layout.places.length === 0) return <LoadingState />;
  const shared = { state: graph.state, layout, focus, mirrored };
  return (
    <div className={styles.frame}>
      <MapBar graph={graph} focus={focus} onOpen={open} />
      <div ref={scroller} className={styles.scroller} role="group" aria-label={t('relationships.mapLabel', { name })}>
        <div className={styles.drawing} style={{ inlineSize: rem(layout.width), blockSize: rem(layout.height) }}>
          <GraphEdges {...shared} />
          <GraphNodes {...shared} onFocus={setChosen} onExpand={graph.expand} onOpen={open} />
        </div>
      </div>
      <p className={styles.hint}>
        {t('relationships.endedHint')}
        {graph.state.truncated && ` ${t('relationships.truncated', { count: graph.state.nodes.size })}`}
      </p>
    </div>
  );
}

interface MapBarProps {
  readonly graph: Graph;
  readonly focus: string;
  onOpen(id: string): void;
}

function MapBar({ graph, focus, onOpen }: MapBarProps): ReactNode {
  const t = useT();
  const node = graph.state.nodes.get(focus);
  if (node === undefined) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.barName}>
        <Bidi>{node.name}</Bidi>
      </span>
      <Button small kind="quiet" onClick={graph.restart}>
        {t('relationships.mapStart')}
      </Button>
      <Button small disabled={node.more === 0 || graph.loading} onClick={() => graph.expand(focus)}>
        {t('relationships.expand')}
      </Button>
      <Button small disabled={node.parent === null} onClick={() => onOpen(focus)}>
        {t('relationships.open')}
      </Button>
    </div>
  );
}
