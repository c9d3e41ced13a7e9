/** An endpoint as the platform's front serves it. */
export interface EndpointRoute {
  /** The path that it is served below, as `/me/session/user/name`; empty: at the root of an address of its own. */
  readonly prefix: string;
  /** The port of the service on this machine. */
  readonly port: number;
  /** Whether the service speaks TLS. */
  readonly tls: boolean;
  /** Whether the service gets requests without the prefix. */
  readonly strip: boolean;
  /** Whether the service sees its own host in requests, and not that of the front. */
  readonly rewriteHost: boolean;
  /** Whether it is served without a key. */
  readonly open: boolean;
}

/** An endpoint while it is served. */
export interface ServedRoute {
  /** The port on `localhost` at which the front answers for it. */
  readonly port: number;
  /** The status that the service last gave to anybody whom the front let through; `undefined` when it could not be reached. */
  readonly lastStatus: () => number | undefined;
  close(): void;
}

/** A stand-in of the platform's front on the loopback address, which speaks TLS. */
export interface PlatformFront {
  /** The port on `localhost` of the platform itself and of what is served below a path. */
  readonly port: number;
  /** The certificates that its clients trust, as PEM: those of the machine and the one of its own authority. */
  readonly trusted: string;
  serve(route: EndpointRoute): Promise<ServedRoute>;
  close(): Promise<void>;
}

/** Starts stand-ins of the platform's front. */
export interface PlatformFronts {
  /** @param key what requests must show as a Bearer token */
  open(key: string): Promise<PlatformFront>;
}
