/** Where a session leads, as `update-session` set it. */
export interface ProxyTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** A reverse proxy that serves sessions as the platform does: the whole path goes to the service, prefix included. */
export interface SessionProxy {
  readonly port: number;
  /** Points everything below a prefix such as `/me/session/user/name` at a service. */
  route(prefix: string, target: ProxyTarget): void;
  /** The paths that were asked for outside of every prefix, in order; at most a hundred. */
  readonly strays: readonly string[];
  close(): Promise<void>;
}

/** Starts session proxies on the loopback address. */
export interface SessionProxies {
  open(): Promise<SessionProxy>;
}
