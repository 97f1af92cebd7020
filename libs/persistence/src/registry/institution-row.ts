import type { InstitutionRow } from '@lianban/contracts';

export interface InstitutionRecord {
  id: string;
  uscc: string;
  name_zh: string;
  kind: InstitutionRow['kind'];
  registration_type: InstitutionRow['registrationType'];
  registration_authority: string;
  address: string;
  district: string;
  legal_representative: string;
  certificate_no: string;
  business_scope: string;
  registered_at: Date;
  recorded_text: string;
  case_id: string | null;
  case_no: string | null;
}

export const institutionRow = (row: InstitutionRecord): InstitutionRow => ({
  id: row.id,
  uscc: row.uscc,
  name: row.name_zh,
  kind: row.kind,
  registrationType: row.registration_type,
  registrationAuthority: row.registration_authority,
  address: row.address,
  district: row.district,
  legalRepresentative: row.legal_representative,
  certificateNo: row.certificate_no,
  businessScope: row.business_scope,
  registeredAt: row.registered_at.toISOString(),
  ...(row.case_id === null ? {} : { caseId: row.case_id }),
  ...(row.case_no === null ? {} : { caseNo: row.case_no }),
});
