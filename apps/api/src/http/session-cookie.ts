import type { FastifyReply, FastifyRequest } from 'fastify';

const cookieName = 'lianban_session';

export const sessionTokenOf = (request: FastifyRequest): string | undefined => {
  const token = request.cookies[cookieName];
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
};

export function setSessionCookie(reply: FastifyReply, token: string, expiresAt: Date, secure: boolean): void {
  reply.setCookie(cookieName, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    expires: expiresAt,
  });
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(cookieName, { httpOnly: true, sameSite: 'lax', path: '/', secure });
}
