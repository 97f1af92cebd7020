import type { Role, SessionView } from '@lianban/contracts';
import { App as AntdApp } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Loading } from '../ui/loading.js';
import { homeOf } from './navigation.js';
import { pageWithTexts } from './page-with-texts.js';
import { Shell } from './shell.js';

const InboxPage = lazy(() => import('../features/inbox/pages/inbox.page.js'));
const CasesPage = lazy(() => import('../features/cases/pages/cases.page.js'));
const CasePage = lazy(() => import('../features/cases/pages/case.page.js'));
const CaseOperationsPage = pageWithTexts(
  ['operations', 'migrations'],
  () => import('../features/operations/pages/case-operations.page.js'),
);
const ClockLedgerPage = pageWithTexts(
  ['clocks'],
  () => import('../features/clocks/pages/clock-ledger.page.js'),
);
const BoardPage = lazy(() => import('../features/supervision/pages/board.page.js'));
const SupervisedTasksPage = lazy(() => import('../features/supervision/pages/supervised-tasks.page.js'));
const WithoutCasePage = lazy(() => import('../features/supervision/pages/without-case.page.js'));
const ScorecardsPage = pageWithTexts(
  ['scorecards'],
  () => import('../features/scorecards/pages/scorecards.page.js'),
);
const WorkFactsPage = pageWithTexts(
  ['scorecards'],
  () => import('../features/scorecards/pages/work-facts.page.js'),
);
const OrdersPage = pageWithTexts(['orders'], () => import('../features/orders/pages/orders.page.js'));
const OrderPage = pageWithTexts(['orders'], () => import('../features/orders/pages/order.page.js'));
const DraftOrderPage = pageWithTexts(
  ['orders'],
  () => import('../features/orders/pages/draft-order.page.js'),
);
const AgendaPage = pageWithTexts(['orders'], () => import('../features/orders/pages/agenda.page.js'));
const InstitutionsPage = lazy(() => import('../features/registry/pages/institutions.page.js'));
const RegisterPage = lazy(() => import('../features/registry/pages/register.page.js'));
const LedgerPage = lazy(() => import('../features/registry/pages/ledger.page.js'));
const PortalPage = pageWithTexts(['portal'], () => import('../features/portal/pages/portal.page.js'));
const FilingPage = pageWithTexts(['portal'], () => import('../features/portal/pages/filing.page.js'));
const DefinitionsPage = pageWithTexts(
  ['definitions'],
  () => import('../features/definitions/pages/definitions.page.js'),
);
const DefinitionPage = pageWithTexts(
  ['definitions'],
  () => import('../features/definitions/pages/definition.page.js'),
);
const MigrationPage = pageWithTexts(
  ['migrations'],
  () => import('../features/migrations/pages/migration.page.js'),
);
const PublishPage = pageWithTexts(
  ['definitions'],
  () => import('../features/definitions/pages/publish.page.js'),
);
const IntakePage = pageWithTexts(['intake'], () => import('../features/intake/pages/intake.page.js'));
const IncidentsPage = lazy(() => import('../features/incidents/pages/incidents.page.js'));
const CalendarsPage = pageWithTexts(
  ['calendars'],
  () => import('../features/calendars/pages/calendars.page.js'),
);
const CalendarLayerPage = pageWithTexts(
  ['calendars'],
  () => import('../features/calendars/pages/calendar-layer.page.js'),
);
const EmergenciesPage = pageWithTexts(
  ['emergencies'],
  () => import('../features/emergencies/pages/emergencies.page.js'),
);
const LaddersPage = pageWithTexts(['ladders'], () => import('../features/ladders/pages/ladders.page.js'));
const LadderPage = pageWithTexts(['ladders'], () => import('../features/ladders/pages/ladder.page.js'));
const TemplatesPage = pageWithTexts(
  ['templates'],
  () => import('../features/templates/pages/templates.page.js'),
);
const TemplatePage = pageWithTexts(
  ['templates'],
  () => import('../features/templates/pages/template.page.js'),
);
const TeamPage = pageWithTexts(['team'], () => import('../features/team/pages/team.page.js'));
const TrailPage = pageWithTexts(['trail'], () => import('../features/trail/pages/trail.page.js'));
const NoticePreferencesPage = pageWithTexts(
  ['noticePreferences'],
  () => import('../features/notifications/pages/preferences.page.js'),
);
const FailedDeliveriesPage = pageWithTexts(
  ['noticePreferences'],
  () => import('../features/notifications/pages/failed-deliveries.page.js'),
);
const NotFoundPage = lazy(() => import('./not-found.page.js'));

const pages: readonly (readonly [path: string, page: ReactNode, roles?: readonly Role[]])[] = [
  ['/inbox/:taskId?', <InboxPage />, ['clerk', 'registrar']],
  ['/cases', <CasesPage />, ['clerk', 'registrar', 'supervisor', 'admin']],
  ['/cases/:caseId', <CasePage />],
  ['/cases/:caseId/operations', <CaseOperationsPage />, ['admin']],
  ['/cases/:caseId/clocks/:clockId/print', <ClockLedgerPage />],
  ['/board', <BoardPage />, ['supervisor', 'admin']],
  ['/board/tasks', <SupervisedTasksPage />, ['supervisor', 'admin']],
  ['/board/without-case', <WithoutCasePage />, ['supervisor', 'admin']],
  ['/team', <TeamPage />, ['clerk', 'registrar', 'supervisor']],
  ['/scorecards', <ScorecardsPage />, ['supervisor', 'admin', 'clerk']],
  ['/scorecards/facts', <WorkFactsPage />, ['supervisor', 'admin', 'clerk']],
  ['/orders', <OrdersPage />, ['supervisor', 'admin', 'clerk', 'registrar']],
  ['/orders/new', <DraftOrderPage />, ['supervisor']],
  ['/orders/agenda', <AgendaPage />, ['supervisor', 'admin']],
  ['/orders/:orderId', <OrderPage />, ['supervisor', 'admin', 'clerk', 'registrar']],
  ['/registry', <InstitutionsPage />, ['registrar', 'supervisor', 'clerk', 'admin']],
  ['/registry/new', <RegisterPage />, ['registrar']],
  ['/registry/import', <LedgerPage />, ['registrar']],
  ['/portal', <PortalPage />, ['institution']],
  ['/portal/filing', <FilingPage act="file" />, ['institution']],
  ['/portal/supplement', <FilingPage act="supplement" />, ['institution']],
  ['/processes', <DefinitionsPage />, ['admin']],
  ['/processes/publish', <PublishPage />, ['admin']],
  ['/processes/:id', <DefinitionPage />, ['admin']],
  ['/processes/:id/migration', <MigrationPage />, ['admin']],
  ['/intake/:tab?', <IntakePage />, ['admin']],
  ['/calendars', <CalendarsPage />, ['clerk', 'registrar', 'supervisor', 'admin']],
  ['/calendars/:layer/:code', <CalendarLayerPage />, ['admin']],
  ['/emergencies', <EmergenciesPage />, ['supervisor', 'admin']],
  ['/ladders', <LaddersPage />, ['supervisor', 'admin']],
  ['/ladders/:code', <LadderPage />, ['supervisor', 'admin']],
  ['/templates', <TemplatesPage />, ['admin']],
  ['/templates/:kind', <TemplatePage />, ['admin']],
  ['/trail', <TrailPage />, ['supervisor', 'admin']],
  ['/incidents', <IncidentsPage />, ['admin', 'supervisor']],
  ['/incidents/deliveries', <FailedDeliveriesPage />, ['admin']],
  ['/me/notices', <NoticePreferencesPage />, ['clerk', 'registrar', 'supervisor', 'admin']],
];

/** Everything behind signing in: the shell and the pages this person's roles open. */
export default function Workplace({ session }: { readonly session: SessionView }) {
  const { search } = useLocation();
  const home = homeOf(session.roles);
  const next = new URLSearchParams(search).get('next');
  return (
    <AntdApp className="app" component="div" message={{ maxCount: 3 }}>
      <Shell session={session}>
        <Suspense fallback={<Loading rows={10} />}>
          <Routes>
            <Route path="/" element={<Navigate to={home} replace />} />
            <Route path="/sign-in" element={<Navigate to={isOurPath(next) ? next : home} replace />} />
            {pages
              .filter(
                ([, , roles]) => roles === undefined || roles.some((role) => session.roles.includes(role)),
              )
              .map(([path, page]) => (
                <Route key={path} path={path} element={page} />
              ))}
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </Shell>
    </AntdApp>
  );
}

/** Only a path of this application: `//elsewhere` would leave it. */
const isOurPath = (path: string | null): path is string => path !== null && /^\/(?![/\\])/.test(path);
