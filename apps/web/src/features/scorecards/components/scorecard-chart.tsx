import type { ScorecardRow } from '@lianban/contracts';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { type Colour, useChart } from './use-chart.js';

use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

const MOST = 12;

/** Above the bars, in pixels; on a phone it takes two lines. */
const LEGEND = 32;
const LEGEND_OF_PHONE = 52;
const PHONE = 480;

/** Those with most to answer for, as bars. It repeats the table, which is what assistive technology reads. */
export default function ScorecardChart({ rows }: { readonly rows: readonly ScorecardRow[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const draw = useCallback(
    (colour: Colour, width: number) => {
      const shown = rows.slice(0, MOST).toReversed();
      const bars = (name: string, fill: string, of: (row: ScorecardRow) => number) => ({
        name,
        type: 'bar' as const,
        stack: 'all',
        barMaxWidth: 16,
        itemStyle: { color: colour(fill) },
        data: shown.map(of),
      });
      return {
        grid: {
          left: 8,
          right: 24,
          top: width < PHONE ? LEGEND_OF_PHONE : LEGEND,
          bottom: 8,
          containLabel: true,
        },
        legend: { textStyle: { color: colour('ink-2') }, top: 0, left: 0, itemWidth: 12, itemHeight: 12 },
        xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: colour('line-2') } } },
        yAxis: {
          type: 'category',
          data: shown.map(({ name }) => text(name)),
          axisLabel: { width: Math.min(220, width * 0.4), overflow: 'truncate', color: colour('ink-2') },
          axisTick: { show: false },
        },
        series: [
          bars(t('scorecards.lateOwn'), 'red', ({ lateOwn }) => lateOwn),
          bars(t('scorecards.lateOther'), 'orange', ({ late, lateOwn }) => Math.max(0, late - lateOwn)),
          bars(t('scorecards.onTime'), 'blue', ({ onTime }) => onTime),
        ],
      };
    },
    [rows, t, text],
  );
  const place = useChart(draw);
  const height = LEGEND_OF_PHONE + 24 + Math.min(rows.length, MOST) * 26;
  return <div ref={place} className="scorecard-chart" style={{ height }} aria-hidden="true" />;
}
