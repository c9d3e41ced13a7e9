/** What a plain scalar means in the core schema of YAML 1.2. */
export function coreValue(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  const isNumeric = first < 58 && (first > 47 || first === 45 || first === 43 || first === 46);
  if (isNumeric) return numberOf(text) ?? text;
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return text;
  }
}

function numberOf(text: string): number | undefined {
  const number = Number(text);
  if (Number.isSafeInteger(number) && String(number) === text) return number;
  if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text)) return number;
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^[-+]?\.(inf|Inf|INF)$/.test(text)) {
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return /^\.(nan|NaN|NAN)$/.test(text) ? Number.NaN : undefined;
}
