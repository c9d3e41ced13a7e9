/** One request to a service. */
export interface ProbeRequest {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly tls: boolean;
  readonly timeoutMs: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What came back: an HTTP answer, or the one reason why there was none. */
export type ProbeAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
      /** The first 256 KiB, as UTF-8. */
      readonly body: string;
    }
  | {
      readonly kind: 'none';
      readonly reason: 'refused' | 'unreachable' | 'timeout' | 'closed' | 'not-http' | 'tls';
      readonly message: string;
    };

/** The network of this machine. */
export interface Network {
  probe(request: ProbeRequest): Promise<ProbeAnswer>;
  /** The addresses that a host name leads to; empty when it leads nowhere. */
  resolve(host: string): Promise<readonly string[]>;
  /** Whether a TLS handshake succeeds, whatever the certificate says. */
  speaksTls(host: string, port: number, timeoutMs: number): Promise<boolean>;
  /** Whether a TCP connection can be made. */
  accepts(host: string, port: number, timeoutMs: number): Promise<boolean>;
}
