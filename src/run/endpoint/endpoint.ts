/** How the command of an endpoint ended. */
export interface EndpointEnd {
  /** The status of the command; `undefined` when it was killed together with what ran it. */
  readonly status: number | undefined;
  readonly atMs: number;
  /** Whether `pw endpoints delete` ended it. */
  readonly deleted: boolean;
  /** Whether the run had failed by then: what is stopped for that says nothing about the endpoint. */
  readonly afterFailure: boolean;
}

/** What the last request to an endpoint's address gave. */
export type EndpointAnswer =
  | { readonly kind: 'good'; readonly status: number }
  /** Nothing listens on the port that the endpoint gave to its command. */
  | { readonly kind: 'closed' }
  /** Something answers, and not as it must: the words tell how. */
  | { readonly kind: 'bad'; readonly words: string; readonly help?: string | undefined };

/** An endpoint that a run has registered. */
export interface Endpoint {
  readonly id: string;
  readonly name: string;
  /** The address at which it is served. */
  readonly url: string;
  /** The port at which the front answers for it, and the path there. */
  readonly front: { readonly port: number; readonly path: string };
  /** The port that the command was given. */
  readonly port: number;
  /** The process that holds it. */
  readonly pid: number;
  readonly tls: boolean;
  readonly openai: boolean;
  /** Whether it is served below a path and the service sees that path. */
  readonly basePath: boolean;
  /** The command as it was written, tokens and all. */
  readonly command: string;
  /** The jobs from the top and the number of the step that started it. */
  readonly step: readonly string[];
  /** The file that its command prints to, when it is one. */
  readonly output: string | undefined;
  readonly startedMs: number;
  readonly answer: EndpointAnswer | undefined;
  /** Since when it answers without a break. */
  readonly goodSince: number | undefined;
  /** Whether it has ever answered as it must. */
  readonly wasGood: boolean;
  readonly end: EndpointEnd | undefined;
}
