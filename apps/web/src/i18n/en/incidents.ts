export const incidents = {
  title: 'Incidents',
  lead: 'System steps that failed in every attempt and wait for a person. The case stands at the step; its other steps go on.',
  leadSupervisor: 'System steps that failed in every attempt and wait for an administrator.',
  open: 'Open ({{count}})',
  none: 'No open incident',
  noneNext:
    'All system steps are running. A step that fails is tried again by itself first, and appears here only when that was in vain.',
  settled: 'Settled within seven days',
  since: 'since {{at}}',
  attempts_one: '{{count}} attempt',
  attempts_other: '{{count}} attempts',
  step: 'Step',
  case: 'Case',
  resolution: 'Decision',
  by: 'Decided by',
  byProcess: 'The case moved on',
  settledAt: 'Settled',
  code: {
    EFFECTS_GAVE_UP: 'The other system never gave a good answer; trying again has stopped',
    LADDERS_NOBODY_REACHED: 'A reminder was due, but there was nobody to tell',
  },
  act: { retry: 'Try again', answer: 'Answer by hand', skip: 'Skip', dismiss: 'Noted' },
  consequence: {
    retry: 'The other system is called again, with the same automatic retries as at first.',
    answer:
      'What you enter counts as the answer of the other system, and the case goes on. Make sure first that it was really done there.',
    skip: 'The case goes on without the other system, which never receives this call.',
    dismiss: 'The notice is no longer shown. The case is not affected.',
  },
  done: {
    retry: 'Called again; the case goes on once it succeeds',
    answer: 'Answered by hand; the case goes on',
    skip: 'Skipped; the case goes on',
    dismiss: 'Noted',
  },
  resolved: {
    retry: 'Tried again',
    answer: 'Answered by hand',
    skip: 'Skipped',
    overtaken: 'No longer needed',
  },
  data: 'The answer',
  dataHint:
    'One “name: value” a line, or a JSON object. Leave it empty where the other system returns nothing.',
  dataInvalid: 'This cannot be read: write one “name: value” a line, or a JSON object.',
  note: 'Note',
  noteNeeded: 'Say why; it stays in the trail of the case.',
};
