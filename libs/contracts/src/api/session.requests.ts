import { z } from 'zod';

export const signInRequest = z.strictObject({
  username: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
});
export type SignInRequest = z.infer<typeof signInRequest>;
