import type Canvas from 'diagram-js/lib/core/Canvas.js';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry.js';
import type EventBus from 'diagram-js/lib/core/EventBus.js';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays.js';
import type ZoomScroll from 'diagram-js/lib/navigation/zoomscroll/ZoomScroll.js';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';

/** What of the viewer's services the drawing uses. */
interface DiagramServices {
  readonly canvas: Canvas;
  readonly elementRegistry: ElementRegistry;
  readonly overlays: Overlays;
  readonly zoomScroll: ZoomScroll;
  readonly eventBus: EventBus;
}
export type DiagramViewer = NavigatedViewer<DiagramServices>;
