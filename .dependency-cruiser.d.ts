/** The floors and what each may import; see the table in docs/architecture.md. */
export declare const house: Readonly<Record<string, readonly string[]>>;
