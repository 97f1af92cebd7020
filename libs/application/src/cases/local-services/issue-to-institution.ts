import type { JsonObject } from '@lianban/kernel';
import { v7 as newId } from 'uuid';
import type { Tx } from '../../transaction/index.js';
import type { LocalCall } from '../local-service.port.js';
import type { CaseRecords, DocumentOrder, NoticeKind } from './case-records.port.js';
import { institutionOf } from './institution-of.js';

/** What a document is made from: the case, the institution and the step's own form. */
const contents = ({ caseNo, title, district, data, input, node }: LocalCall): JsonObject => {
  const { filing, filingId, step_5: check, step_10: conclusion } = data;
  return {
    caseNo,
    title,
    district,
    node,
    ...input,
    ...(filingId === undefined ? {} : { filingId }),
    ...(filing === undefined ? {} : { filing }),
    ...(check === undefined ? {} : { check }),
    ...(conclusion === undefined ? {} : { conclusion }),
  };
};

/** Issues a numbered document and tells the institution of it, in the transaction of the step. */
export const issueToInstitution = async (
  records: CaseRecords,
  tx: Tx,
  call: LocalCall,
  what: Pick<DocumentOrder, 'series' | 'titleZh' | 'titleEn'> & {
    readonly kind: NoticeKind & DocumentOrder['kind'];
  },
): Promise<{ readonly number: string; readonly documentId: string }> => {
  const { tenant, caseId, data, now } = call;
  const institutionId = institutionOf(data);
  const documentId = newId();
  const number = await records.issueDocument(tx, {
    ...what,
    id: documentId,
    tenant,
    caseId,
    data: contents(call),
    now,
    ...(institutionId === undefined ? {} : { institutionId }),
  });
  if (institutionId !== undefined) {
    const payload = { number, documentId };
    await records.tellInstitution(tx, { tenant, institutionId, caseId, kind: what.kind, payload, now });
  }
  return { number, documentId };
};
