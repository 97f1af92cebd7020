export const due = {
  none: '未设时限',
  running: '进行中',
  soon: '临期',
  today: '今日到期',
  left_other: '剩 {{count}} 个工作日',
  overdue: '已超期',
  overdueBy_other: '已超期 {{count}} 个工作日',
  paused: '中止计时',
  stoppedWas: '中止前为 {{at}}',
  provisional: '暂定',
  provisionalWhy: '跨年的节假日安排尚未公布，到期日以正式日历为准。',
};
