import { z } from 'zod';
import { flag, instant, line, pageQuery, search, slug } from './fields.js';

export const registrationAuthorities = ['market-regulation', 'civil-affairs', 'staffing-office'] as const;
export type RegistrationAuthority = (typeof registrationAuthorities)[number];

export const registerInstitutionRequest = z.strictObject({
  uscc: z.string().trim().toUpperCase().length(18),
  nameZh: line(120),
  kind: z.enum(['care-institution', 'nursery-class']).default('care-institution'),
  registrationType: z.enum(['enterprise', 'ngo', 'public']),
  registrationAuthority: z.enum(registrationAuthorities),
  businessScope: line(1000),
  address: line(200),
  district: slug,
  legalRepresentative: line(60),
  certificateNo: line(60),
  registeredAt: instant.optional(),
});
export type RegisterInstitutionRequest = z.infer<typeof registerInstitutionRequest>;

export const institutionsQuery = z.strictObject({ q: search, ...pageQuery });
export const ledgerQuery = z.strictObject({ dryRun: flag });
