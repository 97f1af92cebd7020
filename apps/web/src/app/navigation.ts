import type { Role, SessionView } from '@lianban/contracts';
import {
  AlertOutlined,
  ApartmentOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  DashboardOutlined,
  FileSearchOutlined,
  HomeOutlined,
  InboxOutlined,
  LoginOutlined,
  NotificationOutlined,
  RiseOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';

interface Item {
  readonly path: string;
  readonly label: string;
  readonly icon: ComponentType;
  readonly roles: readonly Role[];
  /** Only for who leads a unit. */
  readonly ofLeads?: true;
}

/** By what somebody comes to do; the first that a role has is where it starts. */
const items: readonly Item[] = [
  { path: '/portal', label: 'app.nav.portal', icon: HomeOutlined, roles: ['institution'] },
  { path: '/board', label: 'app.nav.board', icon: DashboardOutlined, roles: ['supervisor'] },
  { path: '/inbox', label: 'app.nav.inbox', icon: InboxOutlined, roles: ['clerk'] },
  {
    path: '/team',
    label: 'app.nav.team',
    icon: TeamOutlined,
    roles: ['clerk', 'registrar', 'supervisor'],
    ofLeads: true,
  },
  { path: '/orders', label: 'app.nav.orders', icon: NotificationOutlined, roles: ['supervisor', 'clerk'] },
  {
    path: '/scorecards',
    label: 'app.nav.scorecards',
    icon: BarChartOutlined,
    roles: ['supervisor', 'clerk'],
  },
  { path: '/registry', label: 'app.nav.registry', icon: BankOutlined, roles: ['registrar', 'supervisor'] },
  { path: '/processes', label: 'app.nav.processes', icon: ApartmentOutlined, roles: ['admin'] },
  { path: '/intake', label: 'app.nav.intake', icon: LoginOutlined, roles: ['admin'] },
  { path: '/calendars', label: 'app.nav.calendars', icon: CalendarOutlined, roles: ['admin'] },
  {
    path: '/emergencies',
    label: 'app.nav.emergencies',
    icon: ThunderboltOutlined,
    roles: ['admin', 'supervisor'],
  },
  { path: '/ladders', label: 'app.nav.ladders', icon: RiseOutlined, roles: ['admin'] },
  { path: '/incidents', label: 'app.nav.incidents', icon: AlertOutlined, roles: ['admin', 'supervisor'] },
  {
    path: '/trail',
    label: 'app.nav.trail',
    icon: SafetyCertificateOutlined,
    roles: ['admin', 'supervisor'],
  },
  {
    path: '/cases',
    label: 'app.nav.cases',
    icon: FileSearchOutlined,
    roles: ['clerk', 'registrar', 'supervisor', 'admin'],
  },
];

const isFor = (item: Item, roles: readonly Role[]): boolean =>
  item.roles.some((role) => roles.includes(role));

export const itemsOf = ({ roles, leadsUnit }: SessionView): readonly Item[] =>
  items.filter((item) => isFor(item, roles) && (leadsUnit || item.ofLeads !== true));

export const homeOf = (roles: readonly Role[]): string =>
  items.find((item) => isFor(item, roles))?.path ?? '/cases';
