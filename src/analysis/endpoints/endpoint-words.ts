import { endpointOptions } from '../../facts/tables/endpoint-options.ts';
import type { EndpointOptionFact } from '../../facts/types.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { literalOf } from '../shell/shell-words.ts';

/** An option of a call of `pw endpoints`. */
export interface EndpointOption {
  readonly word: Word;
  /** The option with its dashes, without a value that is written behind it in the same word. */
  readonly written: string;
  /** What is known about it; absent when `pw` has no such option. */
  readonly fact: EndpointOptionFact | undefined;
  /** The word behind it that is its value, or stands where an option that is not known may have one. */
  readonly value: Word | undefined;
  /** Whether it holds its value itself, as `--name=x` and `-nx` do. */
  readonly isAttached: boolean;
}

/** The words behind `pw endpoints VERB`. */
export interface EndpointWords {
  readonly options: readonly EndpointOption[];
  /** The `--` between the options and the command. */
  readonly separator: Word | undefined;
  /** Whether a word that a shell puts in stands before the operands: it may hold options, and `--`. */
  readonly mayHoldMore: boolean;
  /** The words of the command that is run, or the operands. */
  readonly operands: readonly Word[];
}

/**
 * Reads the words behind `pw endpoints VERB`.
 *
 * @param isCommand whether the operands are a command, whose options are its own
 */
export function readEndpointWords(words: readonly Word[], isCommand: boolean): EndpointWords {
  const options: EndpointOption[] = [];
  const operands: Word[] = [];
  let mayHoldMore = false;
  for (let index = 0; index < words.length; index++) {
    const [word, next] = [words[index], words[index + 1]];
    if (word === undefined) break;
    if (word.text === '--') {
      return { options, separator: word, mayHoldMore, operands: [...operands, ...words.slice(index + 1)] };
    }
    if (word.text.startsWith('-')) {
      const option = readOption(word, next);
      options.push(option);
      if (option.value !== undefined) index++;
    } else if (literalOf(word) === undefined && words.slice(index).some(({ text }) => text === '--')) {
      mayHoldMore = true;
    } else if (isCommand) {
      return { options, separator: undefined, mayHoldMore, operands: words.slice(index) };
    } else {
      operands.push(word);
    }
  }
  return { options, separator: undefined, mayHoldMore, operands };
}

function readOption(word: Word, next: Word | undefined): EndpointOption {
  const { text } = word;
  const [written = '', own] = text.split(/=(.*)/s);
  const isLong = written.startsWith('--');
  const fact = isLong
    ? endpointOptions.find(({ name }) => `--${name}` === written)
    : endpointOptions.find(({ letter }) => letter !== undefined && letter === written[1]);
  const isLongWithOneDash = !isLong && endpointOptions.some(({ name }) => `-${name}` === written);
  if (isLongWithOneDash)
    return { word, written, fact: undefined, value: valueBehind(next), isAttached: own !== undefined };
  const isAttached = own !== undefined || (!isLong && written.length > 2);
  const takes = !isAttached && (fact === undefined || fact.takesValue);
  const value = takes ? valueBehind(next) : undefined;
  return { word, written: isLong ? written : written.slice(0, 2), fact, value, isAttached };
}

/** The next word, unless it is an option itself. */
function valueBehind(next: Word | undefined): Word | undefined {
  return next === undefined || next.text.startsWith('-') ? undefined : next;
}
