/**
 * For `node --import`: below every client in this process, the public host names of Microsoft 365 lead to the local
 * tenant and its authority is trusted; every other host is refused, so that nothing leaks out of a test.
 * Names, links and issuers stay as they are in the world. Settings: TENANT_TLS_PORT, TENANT_CA, TENANT_HOSTS.
 */
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

type Target = { host?: string; port?: number | string; path?: string; servername?: string };

const { TENANT_TLS_PORT, TENANT_CA, TENANT_HOSTS } = process.env;
if (!TENANT_TLS_PORT || !TENANT_CA || !TENANT_HOSTS)
  throw new Error('reroute.ts needs TENANT_TLS_PORT, TENANT_CA and TENANT_HOSTS.');
const hosts = new Set(TENANT_HOSTS.split(','));
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;

const connectTls = tls.connect as (...args: unknown[]) => tls.TLSSocket;

/** Clients give `(options, done)` or `(port, host, options, done)`. */
function rerouted(...args: unknown[]): tls.TLSSocket {
  const at = args.findIndex((arg) => typeof arg === 'object' && arg !== null);
  const given = (at < 0 ? {} : args[at]) as tls.ConnectionOptions;
  const host = given.host ?? given.servername ?? (typeof args[1] === 'string' ? args[1] : 'localhost');
  const port = given.port ?? (typeof args[0] === 'number' ? args[0] : undefined);
  const done = args.find((arg) => typeof arg === 'function');
  if (!hosts.has(host) || given.socket) return connectTls(...args);
  if (Number(port) !== 443) throw refused(`${host}:${port}`);
  const options = {
    ...given,
    host: '127.0.0.1',
    port: Number(TENANT_TLS_PORT),
    servername: host,
    ca: TENANT_CA,
  };
  return connectTls(options, ...(done ? [done] : []));
}

const connect = net.Socket.prototype.connect as (this: net.Socket, ...args: unknown[]) => net.Socket;

/** Whatever is not loopback is refused before any name is looked up. */
function onlyLoopback(this: net.Socket, ...args: unknown[]): net.Socket {
  const target = targetOf(args);
  if (target.path !== undefined || LOOPBACK.test(target.host ?? 'localhost'))
    return connect.apply(this, args);
  process.nextTick(() => this.destroy(refused(target.host ?? '')));
  return this;
}

/** Node itself passes its arguments as one array: `[options, done]`. */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'object' && first !== null) return first as Target;
  return typeof first === 'string' && !/^\d+$/.test(first)
    ? { path: first }
    : { port: Number(first), host: typeof second === 'string' ? second : undefined };
}

const refused = (host: string): Error =>
  Object.assign(new Error(`The local tenant does not let this process reach ${host}.`), {
    code: 'ECONNREFUSED',
  });

tls.connect = rerouted as typeof tls.connect;
net.Socket.prototype.connect = onlyLoopback as typeof net.Socket.prototype.connect;
syncBuiltinESMExports();
