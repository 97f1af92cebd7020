import { readFile } from 'node:fs/promises';
import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';
import type { PolicyPack } from '../../prisma/seed/policy-pack.js';
import { compilePackProcess, readPack } from './pack-processes.js';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const BOUNDS = /<dc:Bounds x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"\/>/;

const shapesOf = (xml: string): ReadonlyMap<string, Box> => {
  const shapes = new Map<string, Box>();
  for (const [, element = '', inside = ''] of xml.matchAll(
    /<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>([^]*?)<\/bpmndi:BPMNShape>/g,
  )) {
    const [x = NaN, y = NaN, width = NaN, height = NaN] = (BOUNDS.exec(inside) ?? []).slice(1).map(Number);
    shapes.set(element, { x, y, width, height });
  }
  return shapes;
};

const edgesOf = (xml: string): ReadonlyMap<string, readonly (readonly [number, number])[]> => {
  const edges = new Map<string, readonly (readonly [number, number])[]>();
  for (const [, flow = '', inside = ''] of xml.matchAll(
    /<bpmndi:BPMNEdge [^>]*bpmnElement="([^"]+)"[^>]*>([^]*?)<\/bpmndi:BPMNEdge>/g,
  )) {
    edges.set(
      flow,
      [...inside.matchAll(/<di:waypoint x="([\d.]+)" y="([\d.]+)"\/>/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      ),
    );
  }
  return edges;
};

const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Within 2 px of the border: modelers dock an edge to the outline of the shape. */
const touches = ({ x, y, width, height }: Box, [px, py]: readonly [number, number]): boolean =>
  px >= x - 2 && px <= x + width + 2 && py >= y - 2 && py <= y + height + 2;

const CASES = [
  'institution-filing',
  'inspection-rectification',
  'practitioner-credential',
  'health-guidance',
] as const;

describe.each(CASES)('the diagram of %s', (key) => {
  let plan: ProcessPlan;
  let shapes: ReadonlyMap<string, Box>;
  let edges: ReadonlyMap<string, readonly (readonly [number, number])[]>;

  beforeAll(async () => {
    const pack: PolicyPack = await readPack();
    const compiled = (await compilePackProcess(pack, key)).plan;
    if (!compiled) throw new Error('The process does not compile.');
    plan = compiled;
    const folder = '../../workflows/policy-packs/zhoushan-childcare';
    const xml = await readFile(new URL(`${folder}/${key}/process.bpmn`, import.meta.url), 'utf8');
    shapes = shapesOf(xml);
    edges = edgesOf(xml);
  });

  const shapeOf = (id: string): Box => {
    const shape = shapes.get(id);
    if (!shape) throw new Error(`${id} is not drawn.`);
    return shape;
  };

  it('draws every node, inside its sub-process or its lane', () => {
    for (const node of Object.values(plan.nodes)) {
      const frame = node.parent ?? node.lane;
      // A boundary event sits on the border of its activity, which may reach beyond its frame by half a circle.
      if (node.type === 'boundaryEvent') {
        expect([node.id, overlap(shapeOf(node.attachedTo), shapeOf(node.id))]).toEqual([node.id, true]);
      } else if (frame !== undefined) {
        expect([node.id, holds(shapeOf(frame), shapeOf(node.id))]).toEqual([node.id, true]);
      }
    }
  });

  it('lets no two nodes overlap', () => {
    const drawn = Object.values(plan.nodes).filter(({ type }) => type !== 'boundaryEvent');
    const clashes = drawn.flatMap((a: PlanNode, index) =>
      drawn
        .slice(index + 1)
        .filter((b) => a.parent === b.parent && overlap(shapeOf(a.id), shapeOf(b.id)))
        .map((b) => [a.id, b.id]),
    );
    expect(clashes).toEqual([]);
  });

  it('draws every flow from its source to its target in right angles', () => {
    for (const { id, from, to } of Object.values(plan.flows)) {
      const points = edges.get(id) ?? [];
      const [first, last] = [points[0], points.at(-1)];
      expect([id, first && touches(shapeOf(from), first), last && touches(shapeOf(to), last)]).toEqual([
        id,
        true,
        true,
      ]);
      for (const [index, [x, y]] of points.slice(1).entries()) {
        const before = points[index];
        expect([id, before?.[0] === x || before?.[1] === y]).toEqual([id, true]);
      }
    }
  });
});
