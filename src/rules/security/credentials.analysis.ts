/** A credential that is written out in a text. */
export interface Credential {
  readonly start: number;
  readonly end: number;
  /** What kind it is, in words. */
  readonly what: string;
}

// Formats that the issuers document and that nothing else has.
const formats: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'an access key of AWS', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  {
    what: 'a token of GitHub',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/g,
  },
  { what: 'a token of GitLab', pattern: /\bglpat-[A-Za-z0-9_-]{20,64}\b/g },
  { what: 'a token of Hugging Face', pattern: /\bhf_[A-Za-z]{34}\b/g },
  { what: 'a token of Slack', pattern: /\bxox[baprs]-\d{8,}-[A-Za-z0-9-]{10,}\b/g },
  { what: 'an API key of Google', pattern: /\bAIza[0-9A-Za-z_-]{35}\b/g },
  {
    what: 'a private key',
    pattern: /-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----(?=\s+[A-Za-z0-9+/=]{40})/g,
  },
];

const inAddress =
  /\b[a-z][a-z+]{1,15}:\/\/[^\s/:@"'$<>{}]{1,200}:([^\s/:@"'$<>{}`()\\]{6,200})@[A-Za-z0-9.-]{1,200}/g;
const placeholder =
  /^(.)\1*$|^(my|your|the|some)?[-_]?(password|passwd|passphrase|pass|secret|token|credential|apikey|api[-_]key|key|xxx+|changeme|example|user|username)s?$|([a-z0-9])\4{7}|example|placeholder|redacted|\*\*/i;

/** The credentials that are written out in a text, by the formats of their issuers; placeholders are left out. */
export function credentialsIn(text: string): readonly Credential[] {
  const found: Credential[] = [];
  for (const { what, pattern } of formats) {
    for (const match of text.matchAll(pattern)) {
      if (placeholder.test(match[0])) continue;
      found.push({ start: match.index, end: match.index + match[0].length, what });
    }
  }
  for (const match of text.matchAll(inAddress)) {
    const password = match[1] ?? '';
    const [address] = match;
    const user = address.slice(address.indexOf('://') + 3, address.lastIndexOf(`:${password}@`));
    const host = address.slice(address.lastIndexOf('@') + 1);
    if (placeholder.test(password) || password === user || !host.includes('.') || host === '127.0.0.1')
      continue;
    const start = match.index + address.lastIndexOf(`:${password}@`) + 1;
    found.push({ start, end: start + password.length, what: 'a password in an address' });
  }
  return found.sort((one, other) => one.start - other.start);
}
