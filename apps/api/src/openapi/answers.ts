import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export interface AnswerDeclaration {
  /** The name of the view in the contracts; absent where the answer has no body. */
  readonly view: string | undefined;
  readonly summary: string;
  readonly mediaType: string;
}

export const answerKey = 'lianban:answers';

/** What a route answers with, for OpenAPI. */
export const Answers = (
  view: string | undefined,
  summary: string,
  mediaType = 'application/json',
): CustomDecorator => SetMetadata(answerKey, { view, summary, mediaType } satisfies AnswerDeclaration);
