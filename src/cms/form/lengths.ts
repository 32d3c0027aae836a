/** A text that search engines cut, and where: the width they give it on a wide screen, in pixels of their font. */
export const cuts = {
  title: { font: '20px Arial, sans-serif', room: 580, noun: 'title' },
  description: { font: '14px Arial, sans-serif', room: 920, noun: 'description' },
} as const;

export type Cut = keyof typeof cuts;

let context: CanvasRenderingContext2D | null | undefined;

const widthOf = (text: string, font: string): number => {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  return context.measureText(text).width;
};

/** What is left of a text when it is cut, in whole words, with an ellipsis; the text itself when it fits. */
export function cutText(text: string, cut: Cut): string {
  const { font, room } = cuts[cut];
  if (widthOf(text, font) <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${text.slice(0, middle)} …`, font) <= room) low = middle;
    else high = middle - 1;
  }
  const words = text.slice(0, low).replace(/\s+\S*$/, '');
  return `${words || text.slice(0, low)} …`;
}

/** How long a text is, for the person who writes it, in a sentence. */
export function lengthOf(text: string, cut: Cut): string {
  const { font, room, noun } = cuts[cut];
  const count = `${[...text].length} characters`;
  if (widthOf(text, font) > room) return `${count}. Search results cut it after “${cutText(text, cut).slice(-30)}”.`;
  if (cut === 'description' && text && [...text].length < 70) {
    return `${count}. Search results have room for about twice as much.`;
  }
  return `${count}. Search results show the whole ${noun}.`;
}
