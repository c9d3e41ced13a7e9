/** Words that say what kind of thing a variable names; two names may differ in them and mean the same. */
const kinds: Readonly<Record<string, RegExp>> = {
  folder: /^(dir|directory|folder|path|root|home|base|location|prefix)$/,
  file: /^(file|filename|path|log|config|conf|settings)$/,
  name: /^(name|id|slug|label|title)$/,
  address: /^(host|hostname|server|address|addr|ip|node|url)$/,
  image: /^(image|container|sif)$/,
  port: /^(port)$/,
};

/** A variable that is set, and what stands there as its value. */
export interface SetName {
  readonly name: string;
  /** As it is written; `undefined` where that is not one word. */
  readonly value?: string | undefined;
}

/**
 * The one among the variables that are set that a name was probably meant to be: it has the same words but for one that
 * says what kind of thing it is, or a word more or less.
 */
export function relatedName(name: string, set: readonly SetName[]): string | undefined {
  const near = set.filter((one) => one.name !== name && areRelated(name, one));
  return near.length === 1 ? near[0]?.name : undefined;
}

function areRelated(name: string, { name: other, value }: SetName): boolean {
  const isLoud = (text: string): boolean => text === text.toUpperCase();
  if (isLoud(name) !== isLoud(other)) return false;
  const mine = wordsOf(name);
  const theirs = wordsOf(other);
  const own = mine.filter((word) => kindsOf(word).length === 0);
  const their = theirs.filter((word) => kindsOf(word).length === 0);
  const [few, many] = own.length <= their.length ? [own, their] : [their, own];
  if (few.length === 0) {
    const shared = mine.some((word) => word.length > 3 && theirs.includes(word));
    return shared && many.length <= 1 && value?.includes('/') === true;
  }
  if (many.length - few.length > 1 || !few.every((word) => many.includes(word))) return false;
  if (!few.some((word) => word.length >= 3)) return false;
  const myKinds = mine.flatMap(kindsOf);
  const theirKinds = theirs.flatMap(kindsOf);
  if (myKinds.length > 0 && theirKinds.length > 0) return myKinds.some((kind) => theirKinds.includes(kind));
  // one of them does not say what it is: the value must not say something else
  if (value === undefined) return true;
  const looksLikePath = value.includes('/');
  return myKinds.length === 0 || looksLikePath === (myKinds.includes('folder') || myKinds.includes('file'));
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
}

function kindsOf(word: string): readonly string[] {
  return Object.keys(kinds).filter((kind) => kinds[kind]?.test(word));
}

/**
 * The one variable that ends in the same word as a name, as in `web_port` and `desktop_port`: what a part that was copied
 * from another service reads.
 */
export function sameKind(name: string, set: readonly SetName[]): string | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (words.length < 2 || name === name.toUpperCase()) return undefined;
  const found = set.filter(({ name: other }) => other !== name && wordsOf(other).at(-1) === last);
  return found.length === 1 ? found[0]?.name : undefined;
}
