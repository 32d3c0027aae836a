/** Something from elsewhere that is not loaded before a reader asks for it. */
export interface Embed {
  kind: 'video' | 'form';
  title: string;
  /** What is loaded then. */
  src: string;
  /** Where it is without being embedded. */
  href: string;
  /** Whom the reader's browser will talk to: youtube-nocookie.com. */
  host: string;
}

/**
 * What is loaded once a reader asks for it: for videos on YouTube and Vimeo the player that sets no cookie before it
 * plays. Undefined for an address that can't be embedded as what it is said to be.
 */
export function embedOf(kind: Embed['kind'], title: string, href: string): Embed | undefined {
  const src = kind === 'video' ? playerOf(href) : href;
  if (!src || !/^https:\/\//.test(src) || !URL.canParse(src)) return undefined;
  return { kind, title, src, href, host: new URL(src).host };
}

/** Where the players of videos are. */
export const players = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'] as const;

/** The address of the player of a video, from any of the forms in which the video’s own address is passed on. */
export function playerOf(href: string): string | undefined {
  const youtube =
    /^https?:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|embed\/|live\/|shorts\/)|youtu\.be\/)([\w-]{11})/.exec(
      href,
    );
  if (youtube) return `${players[0]}/embed/${youtube[1]}?autoplay=1`;
  const vimeo = /^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d+)/.exec(href);
  return vimeo ? `${players[1]}/video/${vimeo[1]}?autoplay=1&dnt=1` : undefined;
}
