import type { Problem } from '@lianban/contracts';
import type { AppError, ErrorKind } from '@lianban/kernel';
import { httpStatusOf } from './http-status.js';
import type { Language } from './language.js';
import { problemTexts } from './problem-texts.js';

const titles: Readonly<Record<ErrorKind, Readonly<Record<Language, string>>>> = {
  invalid: { zh: '请求有误', en: 'The request is not valid' },
  denied: { zh: '无权操作', en: 'Not allowed' },
  missing: { zh: '没有找到', en: 'Not found' },
  conflict: { zh: '与当前状态冲突', en: 'In conflict with the present state' },
  unavailable: { zh: '暂时不可用', en: 'Unavailable for the moment' },
  defect: { zh: '系统出错', en: 'Something went wrong' },
};

const signInTitle: Readonly<Record<Language, string>> = { zh: '需要登录', en: 'Sign in first' };

/** A machine at the intake door gets a 401 as well, and nobody can sign in for it. */
const needsSignIn = (error: AppError): boolean =>
  error.code.startsWith('AUTH.') && httpStatusOf(error) === 401;

/** An expected refusal as an RFC 9457 problem. A defect says nothing of its inside. */
export function problemOf(error: AppError, language: Language, instance?: string): Problem {
  const status = httpStatusOf(error);
  const text = problemTexts[error.code]?.[language];
  const detail = error.kind === 'defect' ? titles.defect[language] : (text ?? error.message);
  return {
    type: `urn:lianban:problem:${error.code.toLowerCase()}`,
    title: needsSignIn(error) ? signInTitle[language] : titles[error.kind][language],
    status,
    code: error.code,
    detail,
    ...(instance === undefined ? {} : { instance }),
    ...(error.details === undefined ? {} : { details: error.details }),
    ...(error.places === undefined ? {} : { errors: error.places }),
  };
}
