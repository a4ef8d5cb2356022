/**
 * Makes what TLS to EventStoreDB needs, in a folder: `npm run -s certificates -- docker/certificates`. An authority that is there stays, so that
 * running it again makes a new certificate for EventStoreDB and nobody else notices. EventStoreDB's image runs as the user with id 1000: run this as
 * root or as that user, for nobody else may read the key.
 */
import 'reflect-metadata';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
};
const USER = 1000;
const { digitalSignature, keyEncipherment, keyCertSign, cRLSign } = x509.KeyUsageFlags;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('npm run -s certificates -- <folder>: in which folder?');
  process.exit(2);
}
const [authorityKey, authority] = [join(folder, 'ca.key'), join(folder, 'ca/ca.crt')];
mkdirSync(join(folder, 'ca'), { recursive: true, mode: 0o755 });
mkdirSync(join(folder, 'node'), { recursive: true, mode: 0o700 });
const issuer = existsSync(authorityKey) ? await readAuthority() : await makeAuthority();
await makeNode();
console.log(`${folder} holds ca/ca.crt and node/; keep ca.key elsewhere`);

interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly key: CryptoKey;
}

async function readAuthority(): Promise<Authority> {
  const key = x509.PemConverter.decodeFirst(readFileSync(authorityKey, 'utf8'));
  return {
    certificate: new x509.X509Certificate(readFileSync(authority, 'utf8')),
    key: await crypto.subtle.importKey('pkcs8', key, RSA, false, ['sign']),
  };
}

async function makeAuthority(): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ name: 'CN=Steadfast', keys, signingAlgorithm: RSA, ...validFor(3650) },
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await writeKey(authorityKey, keys.privateKey);
  writeFileSync(authority, `${certificate.toString('pem')}\n`, { mode: 0o644 });
  return { certificate, key: keys.privateKey };
}

/** A node of EventStoreDB knows another one by this common name, and a single one asks for it too. */
async function makeNode(): Promise<void> {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    ...{ subject: 'CN=eventstoredb-node', issuer: issuer.certificate.subject, publicKey: keys.publicKey },
    ...{ signingKey: issuer.key, signingAlgorithm: RSA, ...validFor(825) },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(digitalSignature | keyEncipherment, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'eventstore' },
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.certificate.publicKey),
    ],
  });
  const files = [join(folder ?? '', 'node/node.key'), join(folder ?? '', 'node/node.crt')] as const;
  await writeKey(files[0], keys.privateKey);
  writeFileSync(files[1], `${certificate.toString('pem')}\n`, { mode: 0o600 });
  if (process.getuid?.() === 0) for (const path of [join(folder ?? '', 'node'), ...files]) chownSync(path, USER, USER);
}

async function writeKey(file: string, key: CryptoKey): Promise<void> {
  const pem = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
  writeFileSync(file, `${pem}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

function validFor(days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  const notBefore = new Date(Date.now() - 3_600_000);
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * 86_400_000) };
}
