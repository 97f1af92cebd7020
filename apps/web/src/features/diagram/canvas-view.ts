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
  const scale = Math.max(canvas.zoom(), readable);
  const { x, y } = middleOf(element);
  const [width, height] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height });
}

function middleOf(element: Shape | Connection): { readonly x: number; readonly y: number } {
  if ('waypoints' in element) {
    const points = element.waypoints;
    return points[Math.floor(points.length / 2)] ?? middle;
  }
  return { x: element.x + element.width / 2, y: element.y + element.height / 2 };
}
