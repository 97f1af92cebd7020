import type { MonthCell } from '@lianban/contracts';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Colour, useChart } from './use-chart.js';

use([BarChart, LineChart, GridComponent, LegendComponent, CanvasRenderer]);

/** The months as bars, with corrections recorded since, and the mean time as a line. The table beside it says the same. */
export default function MonthsChart({ cells }: { readonly cells: readonly MonthCell[] }) {
  const { t } = useTranslation();
  const draw = useCallback(
    (colour: Colour) => {
      const shown = cells.map(({ figures, corrected }) => corrected ?? figures);
      const bars = (name: string, fill: string, of: (figures: MonthCell['figures']) => number) => ({
        name,
        type: 'bar' as const,
        stack: 'all',
        barMaxWidth: 32,
        itemStyle: { color: colour(fill) },
        data: shown.map(of),
      });
      const axis = { type: 'value', axisLabel: { color: colour('ink-2') } };
      return {
        grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
        legend: { textStyle: { color: colour('ink-2') }, top: 0, left: 0, itemHeight: 12 },
        xAxis: {
          type: 'category',
          data: cells.map(({ month }) => month),
          axisLabel: { color: colour('ink-2') },
          axisTick: { show: false },
        },
        yAxis: [
          { ...axis, minInterval: 1, splitLine: { lineStyle: { color: colour('line-2') } } },
          { ...axis, splitLine: { show: false } },
        ],
        series: [
          bars(t('scorecards.lateOwn'), 'red', ({ lateOwn }) => lateOwn),
          bars(t('scorecards.lateOther'), 'orange', ({ late, lateOwn }) => Math.max(0, late - lateOwn)),
          bars(t('scorecards.onTime'), 'blue', ({ completed, late }) => completed - late),
          {
            name: t('scorecards.meanHours'),
            type: 'line' as const,
            yAxisIndex: 1,
            symbol: 'diamond',
            symbolSize: 9,
            lineStyle: { type: 'dashed' as const },
            itemStyle: { color: colour('ink-2') },
            data: shown.map(({ meanHours }) => meanHours),
          },
        ],
      };
    },
    [cells, t],
  );
  return <div ref={useChart(draw)} className="scorecard-chart months-chart" aria-hidden="true" />;
}
