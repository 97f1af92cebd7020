import type { InstitutionRow } from '@lianban/contracts';
import { portalView } from './portal-view.js';
import type { PortalCase, PortalFacts } from './portal.port.js';

const institution: InstitutionRow = {
  id: 'i',
  uscc: '91350100M000100Y43',
  name: '示例园',
  kind: 'care-institution',
  registrationType: 'enterprise',
  registrationAuthority: 'market-regulation',
  address: '示例路1号',
  district: '330902',
  legalRepresentative: '示例甲',
  certificateNo: '示例-1',
  businessScope: '托育',
  registeredAt: '2026-03-02T00:30:00.000Z',
};
const submittedAt = '2026-03-03T00:30:00.000Z';

const facts = (it: Partial<PortalCase>, status: 'draft' | 'submitted' | undefined): PortalFacts => ({
  now: new Date('2026-03-04T00:30:00.000Z'),
  institution,
  case: {
    id: 'c',
    caseNo: '2026-000001',
    status: 'open',
    nodes: [],
    milestones: {},
    data: {},
    dueByNode: {},
    ...it,
  },
  ...(status && {
    filing: { id: 'f', status, form: {}, sentAt: submittedAt, ...(status !== 'draft' && { submittedAt }) },
  }),
  documents: [],
  notices: [],
});

const currentStep = (view: ReturnType<typeof portalView>): string | undefined =>
  view.steps.find(({ state }) => state === 'current')?.name.en;

describe('what an institution is told', () => {
  it('by when the supplement has to be there: after that instant the filing lapses', () => {
    const view = portalView(
      facts(
        {
          nodes: ['step_5w'],
          milestones: { 'filing.submitted': submittedAt, 'filing.supplement-requested': submittedAt },
          dueByNode: { step_5b: '2026-04-15T09:30:00.000Z' },
        },
        'submitted',
      ),
      undefined,
    );
    expect(view.next).toMatchObject({ act: 'supplement', dueAt: '2026-04-15T09:30:00.000Z' });
  });

  it('by when to file, as long as nothing was sent', () => {
    const view = portalView(
      facts({ nodes: ['step_4'], dueByNode: { step_4: '2026-04-10T09:30:00.000Z' } }, 'draft'),
      undefined,
    );
    expect(view.next).toMatchObject({ act: 'file', dueAt: '2026-04-10T09:30:00.000Z' });
    expect(currentStep(view)).toBe('Filing submitted');
  });

  it('that a filing which came before its dossier is on its way to the check', () => {
    const view = portalView(facts({ nodes: ['step_2'] }, 'submitted'), undefined);
    expect(view.next).toBeUndefined();
    expect(currentStep(view)).toBe('Materials complete');
  });
});
