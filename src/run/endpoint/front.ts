import type { PlatformFront } from '../../ports/platform-front.ts';
import type { RunPorts } from '../../ports/run-ports.ts';
import { joinPath } from '../engine/paths.ts';

/** What a run shows to the platform: only the stand-in of its front knows it. */
export const runKey = 'a-local-run-has-no-key';

/** The registry of endpoints, which `pw endpoints` writes: one folder for each, by number. */
export const endpointsFolder = (directory: string): string => joinPath(directory, 'endpoints');

const trustFile = (directory: string): string => joinPath(directory, 'trusted.pem');

/** Starts the stand-in of the platform's front, and puts down what its clients must trust. */
export async function openFront(ports: RunPorts, directory: string): Promise<PlatformFront> {
  const front = await ports.fronts.open(runKey);
  ports.files.write(trustFile(directory), front.trusted);
  return front;
}

/** The variables by which curl, OpenSSL, Python and Node.js trust the front beside all that they trust anyway. */
export function trustIn(directory: string): Readonly<Record<string, string>> {
  const path = trustFile(directory);
  return {
    SSL_CERT_FILE: path,
    CURL_CA_BUNDLE: path,
    REQUESTS_CA_BUNDLE: path,
    NODE_EXTRA_CA_CERTS: path,
  };
}
