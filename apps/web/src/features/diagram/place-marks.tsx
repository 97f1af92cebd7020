import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { MarkShape } from '../../ui/mark-shape.js';
import type { DiagramViewer } from './diagram-viewer.js';
import type { Standing } from './standing.js';

interface PlaceMarksProps extends Required<Standing> {
  readonly viewer: DiagramViewer;
}

/** Colour on the elements, and a badge with shape and word on each, so that colour is never alone. */
export function PlaceMarks({ viewer, current, passed }: PlaceMarksProps) {
  const { t } = useTranslation();
  const [badges, setBadges] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  const key = JSON.stringify([current, passed]);

  useEffect(() => {
    const [canvas, overlays, registry] = [
      viewer.get('canvas'),
      viewer.get('overlays'),
      viewer.get('elementRegistry'),
    ];
    const standsAt = new Set(current.map(({ node }) => node));
    const marks = [
      ...current.map(({ node, mark }) => ({ node, classes: ['is-current', `due-${mark}`] })),
      ...passed.filter((node) => !standsAt.has(node)).map((node) => ({ node, classes: ['is-passed'] })),
    ].filter(({ node }) => registry.get(node) !== undefined);
    const made = marks.map(({ node, classes }) => {
      classes.forEach((name) => canvas.addMarker(node, name));
      const badge = document.createElement('div');
      const isCurrent = classes[0] === 'is-current';
      const overlay = overlays.add(node, {
        position: isCurrent ? { top: -15, left: 0 } : { top: -7, right: 9 },
        html: badge,
        scale: { min: isCurrent ? 0.8 : 0.5 },
      });
      return { node, classes, badge, overlay };
    });
    setBadges(new Map(made.map(({ node, badge }) => [node, badge])));
    return () => {
      for (const { node, classes, overlay } of made) {
        overlays.remove(overlay);
        if (registry.get(node) !== undefined) classes.forEach((name) => canvas.removeMarker(node, name));
      }
    };
    // The lists are new objects after every fetch; only their content matters.
  }, [viewer, key]);

  return (
    <>
      {[...badges].map(([node, badge]) => {
        const place = current.find((each) => each.node === node);
        return createPortal(
          place === undefined ? (
            <span className="diagram-passed">
              <MarkShape shape="done" />
            </span>
          ) : (
            <span className={`diagram-place due-${place.mark}`}>
              <MarkShape shape={place.mark} />
              {t(`diagram.mark.${place.mark}`)}
            </span>
          ),
          badge,
          node,
        );
      })}
    </>
  );
}
