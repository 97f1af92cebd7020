import type { PlanNode } from '@lianban/process-runtime';
import { isJoin, type PlanWays } from './plan-ways.js';
import type { Scope } from './scopes.js';

/**
 * Events that do not interrupt add a token to a case. What only such a token reaches is a flow beside the main one and
 * judged for itself; where it comes into the main flow, nodes are passed once more than the main flow says.
 */
export interface SideFlows {
  /** Nodes that a token comes to without any event that adds one. */
  readonly main: ReadonlySet<string>;
  /** Nodes that only added tokens come to. */
  readonly beside: ReadonlySet<string>;
  /** The events that add them. */
  readonly events: readonly string[];
  /** Nodes of the main flow that an added token may come to besides, before any join. */
  readonly passedAgain: ReadonlySet<string>;
  readonly entering: readonly Entering[];
}

/** Where the token of an event comes into the main flow, and the way from a start to it. */
export interface Entering {
  readonly event: string;
  readonly node: PlanNode;
  readonly way: readonly string[];
}

export const sideFlowsOf = (scope: Scope, ways: PlanWays): SideFlows => {
  const main = ways.waysFrom(scope.entries);
  /** Ways from a start to the events and on, by event. */
  const added = new Map<string, () => readonly string[]>();
  const beside = new Set<string>();
  // An added token may come to an activity whose own events add more.
  for (let hosts = main; hosts.size > 0;) {
    const more = [...hosts].flatMap(([id, way]) =>
      asideAt(id, ways)
        .filter((event) => !added.has(event))
        .map((event) => ({ event, way: () => [...way(), event] })),
    );
    for (const { event, way } of more) added.set(event, way);
    hosts = new Map(
      more.flatMap(({ event, way }) =>
        [...ways.waysFrom([event])].map(
          ([id, onwards]) => [id, () => [...way(), ...onwards().slice(1)]] as const,
        ),
      ),
    );
    for (const id of hosts.keys()) if (!main.has(id)) beside.add(id);
  }
  const events = [...added.keys()];
  const again = ways.waysFrom(events, (node) => !isJoin(node));
  return {
    main: new Set(main.keys()),
    beside,
    events,
    passedAgain: new Set([...again.keys()].filter((id) => main.has(id))),
    entering: [...added].flatMap(([event, way]) =>
      [...ways.waysFrom([event], ({ id }) => !main.has(id))].flatMap(([id, onwards]) => {
        const node = main.has(id) ? ways.node(id) : undefined;
        // A join waits for it, and an end takes it away: neither is passed once more.
        if (!node || isJoin(node) || onlyEnds(node, ways)) return [];
        return { event, node, way: [...way(), ...onwards().slice(1)] };
      }),
    ),
  };
};

const asideAt = (id: string, ways: PlanWays): readonly string[] => {
  const node = ways.node(id);
  return node ? ways.boundaryOf(node).aside.map((event) => event.id) : [];
};

const onlyEnds = (node: PlanNode, ways: PlanWays): boolean =>
  node.type === 'endEvent' ||
  (node.type === 'exclusiveGateway' &&
    ways.flowsFrom(node).every(({ to }) => ways.node(to)?.type === 'endEvent'));
