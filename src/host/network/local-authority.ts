import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_kp_serverAuth,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** What a TLS server of this machine shows, and what its clients must trust. */
export interface LocalAuthority {
  /** The certificate of the authority, as PEM. */
  readonly authority: string;
  /** The certificate for `localhost` and the loopback addresses, as PEM. */
  readonly certificate: string;
  /** The key of that certificate, as PEM. */
  readonly key: string;
}

const dayMs = 86_400_000;
const commonName = '2.5.4.3';
const ecdsaWithSha256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });

/** A new authority and a certificate by it, good for a day; the key of the authority is thrown away. */
export function localAuthority(): LocalAuthority {
  const issuer = 'pw-workflow-check, for one run';
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = [
    new GeneralName({ dNSName: 'localhost' }),
    new GeneralName({ iPAddress: '127.0.0.1' }),
    new GeneralName({ iPAddress: '::1' }),
  ];
  const mark = (serial: number, subject: string, holder: KeyObject, extensions: readonly Extension[]) =>
    certificate({ serial, subject, issuer, holder, signer: own.privateKey, extensions });
  return {
    authority: mark(1, issuer, own.publicKey, [
      extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: true })),
      extension(id_ce_keyUsage, true, new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign)),
    ]),
    certificate: mark(2, 'localhost', server.publicKey, [
      extension(id_ce_subjectAltName, false, new SubjectAlternativeName(names)),
      extension(id_ce_extKeyUsage, false, new ExtendedKeyUsage([id_kp_serverAuth])),
    ]),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

interface CertificateOrder {
  readonly serial: number;
  readonly subject: string;
  readonly issuer: string;
  readonly holder: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Extension[];
}

function certificate({ serial, subject, issuer, holder, signer, extensions }: CertificateOrder): string {
  const now = Date.now();
  const body = new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array([serial]).buffer,
    signature: ecdsaWithSha256,
    issuer: nameOf(issuer),
    subject: nameOf(subject),
    validity: new Validity({ notBefore: new Date(now - dayMs), notAfter: new Date(now + dayMs) }),
    subjectPublicKeyInfo: AsnConvert.parse(
      holder.export({ type: 'spki', format: 'der' }),
      SubjectPublicKeyInfo,
    ),
    extensions: new Extensions([...extensions]),
  });
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(body)), signer);
  const whole = AsnConvert.serialize(
    new Certificate({
      tbsCertificate: body,
      signatureAlgorithm: ecdsaWithSha256,
      signatureValue: new Uint8Array(signature).buffer,
    }),
  );
  const lines =
    Buffer.from(whole)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function nameOf(text: string): Name {
  const value = new AttributeValue({ utf8String: text });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: commonName, value })])]);
}

function extension(id: string, critical: boolean, value: object): Extension {
  return new Extension({ extnID: id, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}
