/**
 * An expected outcome as a value. Use it where a caller is meant to decide what a refusal means;
 * throw an {@link AppException} where a refusal only travels up to the edge.
 */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
