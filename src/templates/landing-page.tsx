import { Blocks } from '../blocks/blocks';
import type { LandingPageMain } from '../site/props';

/** A page of sections. Where none of them opens the page, its title is there for those who hear it and for machines. */
export const LandingPage = ({ data, blocks, words }: LandingPageMain) => (
  <main id="Main" tabIndex={-1}>
    {!blocks.some(({ type }) => type === 'hero') && <h1 className="sr-only">{data.title}</h1>}
    <Blocks blocks={blocks} words={words} />
  </main>
);
