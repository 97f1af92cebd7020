import { AimOutlined, ExpandOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { centreOn, fit, zoomBy } from './canvas-view.js';
import type { DiagramViewer } from './diagram-viewer.js';
import { PlaceMarks } from './place-marks.js';
import type { Standing } from './standing.js';

interface BpmnCanvasProps extends Standing {
  readonly xml: string;
  readonly selected?: string | undefined;
  readonly way?: readonly string[] | undefined;
  readonly onSelect?: ((elementId: string) => void) | undefined;
  readonly onUnreadable: () => void;
}

/** The drawing itself. Arrow keys and the wheel move it while it has the focus; else they belong to the page. */
export default function BpmnCanvas({
  xml,
  current,
  passed,
  selected,
  way,
  onSelect,
  onUnreadable,
}: BpmnCanvasProps) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<DiagramViewer>();
  const select = useEffectEvent((id: string) => onSelect?.(id));
  const fail = useEffectEvent(() => onUnreadable());
  const firstPlace = current?.[0]?.node;
  const openAt = useEffectEvent((made: DiagramViewer) => {
    fit(made);
    // A process of a hundred elements is a grey smear at full view: begin where the case stands.
    const place = selected ?? firstPlace;
    if (place !== undefined && made.get('canvas').zoom() < 0.6) centreOn(made, place);
  });

  useEffect(() => {
    const container = host.current;
    if (container === null) return undefined;
    const made: DiagramViewer = new NavigatedViewer({ container, zoomScroll: { enabled: false } });
    let isGone = false;
    const read = async (): Promise<void> => {
      try {
        await made.importXML(xml);
      } catch {
        if (!isGone) fail();
        return;
      }
      if (isGone) return;
      made.get('canvas').getContainer().querySelector('svg')?.setAttribute('role', 'img');
      openAt(made);
      made.on('element.click', ({ element }: { readonly element: { readonly id: string } }) =>
        select(element.id),
      );
      setViewer(made);
    };
    void read();
    return () => {
      isGone = true;
      setViewer(undefined);
      made.destroy();
    };
  }, [xml]);

  useEffect(() => {
    if (viewer === undefined || selected === undefined) return undefined;
    if (viewer.get('elementRegistry').get(selected) === undefined) return undefined;
    const canvas = viewer.get('canvas');
    canvas.addMarker(selected, 'is-selected');
    centreOn(viewer, selected);
    return () => {
      if (viewer.get('elementRegistry').get(selected) !== undefined)
        canvas.removeMarker(selected, 'is-selected');
    };
  }, [viewer, selected]);

  useEffect(() => {
    if (viewer === undefined || way === undefined) return undefined;
    const known = way.filter((id) => viewer.get('elementRegistry').get(id) !== undefined);
    const canvas = viewer.get('canvas');
    for (const id of known) canvas.addMarker(id, 'is-on-way');
    return () => {
      for (const id of known)
        if (viewer.get('elementRegistry').get(id) !== undefined) canvas.removeMarker(id, 'is-on-way');
    };
  }, [viewer, way]);

  const label = t('diagram.label');
  useEffect(() => {
    viewer?.get('canvas').getContainer().querySelector('svg')?.setAttribute('aria-label', label);
  }, [viewer, label]);

  return (
    <div className="diagram-canvas">
      <div
        ref={host}
        className="diagram-host"
        onFocus={() => viewer?.get('zoomScroll').toggle(true)}
        onBlur={() => viewer?.get('zoomScroll').toggle(false)}
        onKeyDown={(event) => viewer !== undefined && moveByKey(viewer, event)}
      />
      {viewer !== undefined && <PlaceMarks viewer={viewer} current={current ?? []} passed={passed ?? []} />}
      <div className="diagram-tools">
        {firstPlace !== undefined && (
          <Button
            size="small"
            icon={<AimOutlined />}
            onClick={() => viewer !== undefined && centreOn(viewer, firstPlace)}
          >
            {t('diagram.toCurrent')}
          </Button>
        )}
        <Button
          size="small"
          icon={<ExpandOutlined />}
          aria-label={t('diagram.fit')}
          title={t('diagram.fit')}
          onClick={() => viewer !== undefined && fit(viewer)}
        />
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={t('diagram.zoomOut')}
          title={t('diagram.zoomOut')}
          onClick={() => viewer !== undefined && zoomBy(viewer, 1 / 1.3)}
        />
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('diagram.zoomIn')}
          title={t('diagram.zoomIn')}
          onClick={() => viewer !== undefined && zoomBy(viewer, 1.3)}
        />
      </div>
    </div>
  );
}

const step = 60;
const moves: Readonly<Record<string, { readonly dx: number; readonly dy: number }>> = {
  ArrowLeft: { dx: step, dy: 0 },
  ArrowRight: { dx: -step, dy: 0 },
  ArrowUp: { dx: 0, dy: step },
  ArrowDown: { dx: 0, dy: -step },
};

function moveByKey(viewer: DiagramViewer, event: React.KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const move = moves[event.key];
  if (move !== undefined) viewer.get('canvas').scroll(move);
  else if (event.key === '+' || event.key === '=') zoomBy(viewer, 1.3);
  else if (event.key === '-') zoomBy(viewer, 1 / 1.3);
  else if (event.key === '0') fit(viewer);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
