import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { CapacityFigures } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "./capacity.module.css";
import { demandKinds } from "./figures.ts";
import { capacityWords } from "./words.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

const tones: Record<(typeof demandKinds)[number], string> = {
  booked: "--info",
  travel: "--neutral",
  waiting: "--warning",
  quoted: "--progress",
  expected: "--line-strong",
};

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const hours = (minutes: number) => Math.round(minutes / 6) / 10;

export interface WeeksChartProps {
  weeks: readonly { label: string; figures: CapacityFigures }[];
  onOpen: (index: number) => void;
}

/** What each week asks, stacked by how sure it is, against the hours of crews; a bar opens its week. */
export const WeeksChart = ({ weeks, onOpen }: WeeksChartProps) => {
  const t = useWords(capacityWords);
  const { number } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, null, { renderer: "svg" });
    const text = {
      color: colour("--text-soft"),
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 12,
    };
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: t("chart") }, decal: { show: true } },
      textStyle: text,
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, textStyle: text, itemWidth: 14, itemHeight: 10 },
      tooltip: {
        trigger: "axis",
        backgroundColor: colour("--raised"),
        borderColor: colour("--line"),
        textStyle: { ...text, color: colour("--text") },
        valueFormatter: (value: unknown) => `${number(Number(value), 1)} ${t("hours")}`,
      },
      xAxis: { type: "category", data: weeks.map(({ label }) => label), axisLabel: text },
      yAxis: {
        type: "value",
        axisLabel: { ...text, formatter: (value: number) => number(value) },
        splitLine: { lineStyle: { color: colour("--line") } },
      },
      series: [
        ...demandKinds.map((kind) => ({
          name: t(`kinds.${kind}`),
          type: "bar",
          stack: "demand",
          barMaxWidth: 44,
          itemStyle: { color: colour(tones[kind]) },
          data: weeks.map(({ figures }) => hours(figures[kind])),
        })),
        {
          name: t("kinds.available"),
          type: "line",
          step: "middle",
          symbol: "circle",
          symbolSize: 6,
          lineStyle: { color: colour("--text"), width: 2 },
          itemStyle: { color: colour("--text") },
          data: weeks.map(({ figures }) => hours(figures.available)),
        },
      ],
    });
    chart.on("click", ({ dataIndex }) => onOpen(dataIndex));
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(box.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [weeks, onOpen, t, number]);
  return <div ref={box} className={styles.chart} role="img" aria-label={t("chart")} />;
};
