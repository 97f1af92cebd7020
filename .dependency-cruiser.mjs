/**
 * The fences of the house. Imports point inwards:
 * kernel ← contracts ← pure libs ← domain ← application ← adapters ← apps (docs/decisions/0003).
 */
const src = (names) => `^libs/(${names})/src`;
const pure = 'kernel|contracts|calendar|expressions|bpmn-compiler|process-runtime|domain';
const outsideTests = '\\.spec\\.ts$';

export default {
  forbidden: [
    {
      name: 'pure-libs-stay-pure',
      comment:
        'The token game and the counting of days must run in a millisecond test, in a worker and in a browser: no framework, no driver.',
      severity: 'error',
      from: { path: src(pure), pathNot: outsideTests },
      to: { path: 'node_modules/(@nestjs|@temporalio|@prisma|bullmq|ioredis|pg|pino|fastify)' },
    },
    {
      name: 'pure-libs-no-node',
      comment: 'What runs in a browser too cannot import Node.',
      severity: 'error',
      from: { path: src(pure), pathNot: outsideTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-knows-nobody',
      comment: 'The kernel is what everything may depend on, so it depends on nothing of ours.',
      severity: 'error',
      from: { path: src('kernel') },
      to: { path: '^(apps|workflows|libs/(?!kernel))' },
    },
    {
      name: 'pure-libs-see-pure-libs',
      comment: 'Rules of the business must not depend on how they are stored, delivered or shown.',
      severity: 'error',
      from: { path: src(pure) },
      to: {
        path: '^(apps|workflows|libs/(application|persistence|messaging|orchestration|compilation|platform|testing))',
      },
    },
    {
      name: 'core-knows-no-domain',
      comment:
        'Runtime, compiler, calendar and expressions know no department and no case: they serve any domain.',
      severity: 'error',
      from: { path: src('calendar|expressions|bpmn-compiler|process-runtime') },
      to: { path: '^libs/(domain|contracts)' },
    },
    {
      name: 'application-sees-ports-only',
      comment:
        'A use case names what it needs as a port; which database or broker answers is decided in the apps.',
      severity: 'error',
      from: { path: src('application'), pathNot: outsideTests },
      to: {
        path: '^(apps|workflows|libs/(persistence|messaging|orchestration|compilation|testing))|node_modules/(pg|bullmq|ioredis|@prisma|@temporalio)',
      },
    },
    {
      name: 'trail-stands-alone',
      comment:
        'An auditor must be able to read and run what judges the trail without us: hashing and canonical text, nothing that reads or writes.',
      severity: 'error',
      from: { path: src('trail'), pathNot: outsideTests },
      to: { pathNot: '^libs/trail/src|node_modules/canonicalize/|^crypto$|^node:crypto$' },
    },
    {
      name: 'offline-verifier-needs-no-database',
      comment:
        'Who distrusts the operator of the database runs this program: it sees the trail library only.',
      severity: 'error',
      from: { path: '^apps/trail/src/(offline/|verify-offline)' },
      to: { path: '^(libs/(?!trail/)|apps/trail/src/(?!offline/))|node_modules' },
    },
    {
      name: 'adapters-never-see-each-other',
      comment:
        'PostgreSQL decides, Temporal endures, BullMQ delivers: each behind its own port, replaceable alone.',
      severity: 'error',
      from: { path: '^libs/(persistence|messaging|orchestration|compilation)/src' },
      to: { path: '^libs/(persistence|messaging|orchestration|compilation)/src', pathNot: '^libs/$1/src' },
    },
    {
      name: 'workflows-see-pure-libs-only',
      comment:
        'Workflow code is replayed for months: it may import the Temporal workflow API and pure libs, nothing that changes or does IO.',
      severity: 'error',
      from: { path: '^workflows/src', pathNot: outsideTests },
      to: { path: `^(apps|libs/(?!${pure}))|node_modules/(?!@temporalio/(workflow|common))` },
    },
    {
      name: 'apps-never-import-apps',
      comment: 'Each process must be deployable alone.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'A library that needs an app is part of that app.',
      severity: 'error',
      from: { path: '^libs' },
      to: { path: '^(apps|workflows)/' },
    },
    {
      name: 'web-sees-contracts-only',
      comment:
        'The browser gets what goes over the wire, and pure libs that run there; nothing of the server.',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: `^libs/(?!${pure})` },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '/dist/|generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
