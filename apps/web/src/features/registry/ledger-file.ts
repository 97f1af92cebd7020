const mostBytes = 10 * 1024 * 1024;

/** Said before anything is sent; the server judges again by the content. */
export function ledgerRefusal(file: {
  readonly name: string;
  readonly size: number;
}): 'wrongType' | 'tooLarge' | undefined {
  if (!/\.(csv|xlsx)$/i.test(file.name)) return 'wrongType';
  return file.size > mostBytes ? 'tooLarge' : undefined;
}
