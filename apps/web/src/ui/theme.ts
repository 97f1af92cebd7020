import type { ThemeConfig } from 'antd';

/**
 * The one place where colours are named. Red is kept for overdue and breach, orange for due soon, green for done;
 * every text colour has at least 4.5:1 on the surfaces it is used on (WCAG 1.4.3).
 */
const palette = {
  ink: '#1b2733',
  'ink-2': '#4b5866',
  'ink-3': '#5f6c7a',
  line: '#dbe1e8',
  'line-2': '#e9edf1',
  ground: '#f3f5f8',
  surface: '#ffffff',
  sunk: '#f8f9fb',
  blue: '#1d5a96',
  'blue-weak': '#e9f1f9',
  red: '#b3261e',
  'red-weak': '#fcebea',
  orange: '#9a5200',
  'orange-weak': '#fff2e0',
  green: '#1c7443',
  'green-weak': '#e6f4eb',
  grey: '#5a6672',
  'grey-weak': '#eceff3',
} as const;

const font =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.blue,
    colorInfo: palette.blue,
    colorLink: palette.blue,
    colorError: palette.red,
    colorWarning: palette.orange,
    colorSuccess: palette.green,
    colorInfoBg: palette['blue-weak'],
    colorInfoBorder: palette.line,
    colorWarningBg: palette['orange-weak'],
    colorWarningBorder: palette.line,
    colorErrorBg: palette['red-weak'],
    colorErrorBorder: palette.line,
    colorSuccessBg: palette['green-weak'],
    colorSuccessBorder: palette.line,
    colorTextBase: palette.ink,
    colorTextSecondary: palette['ink-2'],
    colorTextTertiary: palette['ink-3'],
    colorTextPlaceholder: palette['ink-3'],
    colorBgLayout: palette.ground,
    colorBorder: '#8a96a3',
    colorBorderSecondary: palette.line,
    fontFamily: font,
    fontSize: 14,
    borderRadius: 4,
    controlHeight: 32,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    wireframe: false,
  },
  components: {
    Alert: { withDescriptionPadding: '10px 14px', withDescriptionIconSize: 18 },
    Table: { cellPaddingBlock: 7, cellPaddingInline: 10, headerBg: palette.sunk },
    Tabs: { horizontalItemPadding: '8px 0', horizontalMargin: '0 0 12px 0' },
    Form: { itemMarginBottom: 16 },
    Descriptions: { itemPaddingBottom: 6 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};

/** The same names for our own style sheets: `var(--lb-blue)`. */
export function applyPalette(root: HTMLElement): void {
  for (const [name, value] of Object.entries(palette)) root.style.setProperty(`--lb-${name}`, value);
  root.style.setProperty('--lb-font', font);
}
