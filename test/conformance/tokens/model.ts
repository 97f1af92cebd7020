import { childrenOf, readXml } from '../xml-tree.js';

interface MessageFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What of a collaboration the plans don't tell. */
export interface Collaboration {
  /** What a trace calls a process: its participant where it has one. */
  readonly participantOf: ReadonlyMap<string, string>;
  readonly messageFlows: readonly MessageFlow[];
}

export const readCollaboration = (xml: string): Collaboration => {
  const collaborations = childrenOf(readXml(xml), 'collaboration');
  const participants = collaborations.flatMap((one) => childrenOf(one, 'participant'));
  const flows = collaborations.flatMap((one) => childrenOf(one, 'messageFlow'));
  return {
    participantOf: new Map(
      participants.flatMap(({ attributes }) => {
        const process = attributes.get('processRef');
        return process === undefined ? [] : [[process, attributes.get('id') ?? process] as const];
      }),
    ),
    messageFlows: flows.map(({ attributes }) => ({
      id: attributes.get('id') ?? '',
      from: attributes.get('sourceRef') ?? '',
      to: attributes.get('targetRef') ?? '',
    })),
  };
};
