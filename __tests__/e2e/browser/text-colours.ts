/** A text of a page and how far its colour stands out from what is behind it, as WCAG measures it. */
export interface TextColour {
  readonly text: string;
  readonly contrast: number;
}

/** Measures every text of a page that is seen; runs in the page, so that it must stand by itself. */
export function textColours(): readonly TextColour[] {
  const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (from: Element | null): string => {
    for (let at = from; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour).length === 3) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const found: TextColour[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (parent === null || text === '' || parent.closest('svg, option') !== null) continue;
    if (parent.getClientRects().length === 0) continue;
    const [lighter, darker] = [luminance(getComputedStyle(parent).color), luminance(behind(parent))].sort(
      (left, right) => right - left,
    );
    found.push({ text, contrast: ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05) });
  }
  return found;
}
