import type { Connection, Shape } from 'diagram-js/lib/model/Types.js';
import type { DiagramViewer } from './diagram-viewer.js';

const readable = 0.8;
const [smallest, largest] = [0.1, 3];
/** Where the drawing is put is not told by the point: any means the middle, none the corner. */
const middle = { x: 0, y: 0 };

/** The whole drawing; a small one is not blown up. */
export function fit(viewer: DiagramViewer): void {
  const canvas = viewer.get('canvas');
  canvas.resized();
  canvas.zoom('fit-viewport', middle);
}

export function zoomBy(viewer: DiagramViewer, factor: number): void {
  const canvas = viewer.get('canvas');
  canvas.zoom(Math.min(largest, Math.max(smallest, canvas.zoom() * factor)));
}

/** Brings an element into the middle, large enough to be read. */
export function centreOn(viewer: DiagramViewer, elementId: string): void {
  const element = viewer.get('elementRegistry').get(elementId) as Shape | Connection | undefined;
  if (element === undefined) return;
  const canvas = viewer.get('canvas');
  const { outer } = canvas.viewbox();
  const { x, y, width: wide, height: high } = boundsOf(element);
  // A lane is wider than any screen: then the whole of it.
  const scale = Math.min(
    Math.max(canvas.zoom(), readable),
    outer.width / (wide * 1.1),
    outer.height / (high * 1.1),
  );
  const [width, height] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: x + wide / 2 - width / 2, y: y + high / 2 - height / 2, width, height });
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boundsOf(element: Shape | Connection): Bounds {
  if (!('waypoints' in element)) return element;
  const points: readonly { readonly x: number; readonly y: number }[] = element.waypoints;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(1, Math.max(...xs) - x), height: Math.max(1, Math.max(...ys) - y) };
}
