/** Whose turn it is while a ground stops the clock of a step; with nobody where no party could act. */
export type CourtOfStop = 'applicant' | 'outside' | 'suspended';

const COURTS: Readonly<Record<string, CourtOfStop>> = {
  supplement: 'applicant',
  rectification: 'applicant',
  'applicant-request': 'applicant',
  'special-procedure': 'outside',
  judicial: 'outside',
  'related-case': 'outside',
};

/** 当前责任方 while the clock of a step stands still on this ground. */
export const courtOfGround = (ground: string): CourtOfStop => COURTS[ground] ?? 'suspended';
