import { connect, createServer } from 'node:net';
import { ownerOfPort } from './port-owner.mjs';
import { Sentence } from './say.mjs';

/** The doors of `npm start`; each variable moves one. None is a usual port of that server, so both can live on one machine. */
export const doors = {
  api: { variable: 'PORT', port: 8080, usual: 'another web server' },
  worker: { variable: 'WORKER_PORT', port: 8081, usual: 'another web server' },
  postgres: { variable: 'LIANBAN_PG_PORT', port: 15432, usual: 'another PostgreSQL' },
  redis: { variable: 'LIANBAN_REDIS_PORT', port: 16379, usual: 'another Redis' },
  temporal: { variable: 'LIANBAN_TEMPORAL_PORT', port: 17233, usual: 'another Temporal' },
  departments: { variable: 'DEPARTMENT_SYSTEMS_PORT', port: 8090, usual: 'another web server' },
};

/**
 * @param {keyof typeof doors} door
 * @returns {number}
 */
export function portOf(door) {
  const { variable, port } = doors[door];
  const told = process.env[variable];
  if (told === undefined || told === '') return port;
  const number = Number(told);
  if (!Number.isInteger(number) || number < 1 || number > 65535)
    throw new Sentence(
      `${variable}=${told} is not a port: give a number from 1 to 65535.`,
      `环境变量 ${variable}=${told} 不是端口号：请填写 1 至 65535 之间的数字。`,
    );
  return number;
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>} whether it can be bound now
 */
const canBind = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/**
 * Refuses with the port, who has it and the variable that moves it.
 * @param {keyof typeof doors} door
 */
export async function claimPort(door) {
  const port = portOf(door);
  // The api listens on every address, the servers on loopback: another process on either side would take the calls.
  if ((await canBind(port, '127.0.0.1')) && (await canBind(port, '0.0.0.0'))) return port;
  const { variable, usual } = doors[door];
  const owner = ownerOfPort(port) ?? `probably ${usual}`;
  throw new Sentence(
    `Port ${port} (${door}) is in use by ${owner}: stop it, or choose another port with ${variable}=<port> npm start.`,
    `端口 ${port}（${door}）已被占用（${owner}）：请停止该程序，或用 ${variable}=<端口> npm start 换一个端口。`,
  );
}

/** @returns {Promise<number>} a port nobody uses now */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>} whether somebody listens there
 */
export const answersAt = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
