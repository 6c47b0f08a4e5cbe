import { generate } from 'selfsigned';

export type Certificates = {
  /** PEM of the tenant's own certificate authority. */
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
};

/** An authority made for this run, and one certificate for all host names that the tenant answers for. */
export async function makeCertificates(hosts: readonly string[]): Promise<Certificates> {
  const authority = await generate([{ name: 'commonName', value: 'Local tenant authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'Local tenant' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...hosts.map((value) => ({ type: 2 as const, value })),
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { ca: authority.cert, key: server.private, cert: server.cert };
}
