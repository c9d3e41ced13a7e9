/** Where a session leads, as `update-session` set it. */
export interface ProxyTarget {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** A request that no session has a place for: on the platform it would have asked the platform itself. */
export interface OutsideRequest {
  /** Path and query as they were asked for. */
  readonly url: string;
  readonly websocket: boolean;
  /** What the browser wants it for, as in `Sec-Fetch-Dest`: `script`, `style`, `image`, `font`, `empty`, … */
  readonly destination: string | undefined;
  /** The path of the page or script that asked, when the browser says it. */
  readonly from: string | undefined;
}

/**
 * A reverse proxy that serves sessions as the platform does: the session's prefix is stripped on the way to the service,
 * which reads it in the header `X-Forwarded-Prefix`.
 */
export interface SessionProxy {
  readonly port: number;
  /** Points everything below a prefix such as `/me/session/user/name` at a service. */
  route(prefix: string, target: ProxyTarget): void;
  /** What was asked for outside of every prefix, in order; at most a hundred. */
  readonly outsideRequests: readonly OutsideRequest[];
  /** How many requests have come so far, those outside of every prefix included. */
  readonly asked: () => number;
  close(): Promise<void>;
}

/** Starts session proxies on the loopback address. */
export interface SessionProxies {
  open(): Promise<SessionProxy>;
}
