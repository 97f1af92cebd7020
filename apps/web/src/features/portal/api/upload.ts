import type { Problem, StoredFileView } from '@lianban/contracts';
import { addressOf } from '../../../app/api-client.js';
import { ApiProblem, unreachable } from '../../../app/problem.js';
import { currentLanguage } from '../../../i18n/language.js';

export interface Upload {
  readonly done: Promise<StoredFileView>;
  readonly cancel: () => void;
}

/** By XMLHttpRequest, because `fetch` doesn't tell how much has been sent. `percent` is 0–100. */
export function upload(file: File, onProgress: (percent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<StoredFileView>((resolve, reject) => {
    request.open('POST', addressOf('/portal/files'));
    request.responseType = 'text';
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(Math.round((loaded / total) * 100));
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText));
      else reject(problemOf(request));
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
  return { done, cancel: () => request.abort() };
}

function problemOf({ status, responseText }: XMLHttpRequest): ApiProblem {
  try {
    const problem = JSON.parse(responseText) as Partial<Problem>;
    return new ApiProblem({ ...problem, status, code: problem.code ?? 'WEB.UNREADABLE' });
  } catch {
    return new ApiProblem({ status, code: 'WEB.UNREADABLE' });
  }
}
