/** What a YAML file may ask of us; a real workflow stays far below each. */
export const yamlLimits = {
  /** How many maps and sequences may stand inside each other. */
  depth: 200,
  /** How many nodes aliases may repeat, all together. */
  aliasNodes: 10_000,
  /** How many characters aliases may repeat, all together. */
  aliasCharacters: 1_000_000,
} as const;
