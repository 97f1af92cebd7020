import type { EChartsCoreOption } from 'echarts/core';
import { init } from 'echarts/core';
import { type RefObject, useEffect, useRef } from 'react';

/** A colour of the theme by its name. */
export type Colour = (name: string) => string;

/**
 * A chart in an element that it follows in size, drawn anew whenever `draw` is another function. `draw` is told how many
 * pixels wide the element is: on a phone names of offices must leave room for the bars.
 */
export function useChart(
  draw: (colour: Colour, width: number) => EChartsCoreOption,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const theme = getComputedStyle(document.documentElement);
    const chart = init(element);
    // It is told of the size at the beginning too.
    const follow = new ResizeObserver(() => {
      chart.resize();
      chart.setOption({
        animation: false,
        textStyle: { fontFamily: getComputedStyle(element).fontFamily, fontSize: 13 },
        ...draw((name) => theme.getPropertyValue(`--lb-${name}`).trim(), element.clientWidth),
      });
    });
    follow.observe(element);
    return () => {
      follow.disconnect();
      chart.dispose();
    };
  }, [draw]);
  return place;
}
