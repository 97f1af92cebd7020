import {
  isUscc,
  type RegisterInstitutionRequest,
  type RegistrationAuthority,
  type Text2,
} from '@lianban/contracts';

/** An office as far as registering is concerned. */
export interface RegistrarOffice {
  readonly department: string;
  readonly district: string;
}

export interface RegistrationProblem {
  readonly field: keyof RegisterInstitutionRequest;
  readonly code: string;
  readonly message: Text2;
}

/** II.11 of the policy: who registers what. For-profit, non-profit, public institution. */
const authorityOf: Readonly<Record<RegisterInstitutionRequest['registrationType'], RegistrationAuthority>> = {
  enterprise: 'market-regulation',
  ngo: 'civil-affairs',
  public: 'staffing-office',
};

/** Every reason at once, so that a form or a ledger is mended in one go. Empty: the registration may be recorded. */
export function registrationProblems(
  request: RegisterInstitutionRequest,
  offices: readonly RegistrarOffice[],
  now: Date,
): readonly RegistrationProblem[] {
  const problems: RegistrationProblem[] = [];
  const refuse = (field: RegistrationProblem['field'], code: string, zh: string, en: string): void => {
    problems.push({ field, code, message: { zh, en } });
  };
  if (!isUscc(request.uscc)) {
    refuse(
      'uscc',
      'REGISTRY.USCC_INVALID',
      '统一社会信用代码校验不通过',
      'The check sign of the credit code is wrong',
    );
  }
  const own = offices.filter(({ department }) => department === request.registrationAuthority);
  if (own.length === 0) {
    refuse(
      'registrationAuthority',
      'REGISTRY.NOT_YOUR_AUTHORITY',
      '登记机关须与您的科室一致',
      'The authority must be that of your own office',
    );
  } else if (!own.some(({ district }) => district === request.district)) {
    refuse(
      'district',
      'REGISTRY.NOT_YOUR_DISTRICT',
      '只能登记本辖区的机构',
      'You may register institutions of your own district only',
    );
  }
  if (authorityOf[request.registrationType] !== request.registrationAuthority) {
    refuse(
      'registrationType',
      'REGISTRY.TYPE_OF_OTHER_AUTHORITY',
      '该登记类型不归此登记机关',
      'This type is registered by another authority',
    );
  }
  if (request.registeredAt !== undefined && Date.parse(request.registeredAt) > now.getTime()) {
    refuse(
      'registeredAt',
      'REGISTRY.IN_THE_FUTURE',
      '登记日期不能晚于今天',
      'The date of registration is in the future',
    );
  }
  return problems;
}
