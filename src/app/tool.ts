import manifest from '../../package.json' with { type: 'json' };

/** This program's name and version, as reports carry them. */
export const tool = { name: 'pw-workflow-check', version: manifest.version } as const;
