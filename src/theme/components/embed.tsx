import type { EmbedProps, WithWords } from '../../site/pages/props';
import { fill } from '../../site/words';

/**
 * A still in the place of something from elsewhere. A script may replace it by a frame of `data-embed` once the reader
 * follows its link; without a script the link leads to where the thing is.
 */
export const Embed = ({ kind, title, src, href, host, words }: EmbedProps & WithWords) => (
  <div className="embed" data-embed={src} data-kind={kind}>
    <a className="corner spread" href={href}>
      {title}
    </a>
    <p className="small">{fill(words.loadsFrom, host)}</p>
  </div>
);
