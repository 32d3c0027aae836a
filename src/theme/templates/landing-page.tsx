import type { LandingPageMain } from '../../site/pages/props';
import { Blocks } from '../blocks/blocks';

/** A page of sections. Where none of them opens the page, its title is there for those who hear it and for machines. */
export const LandingPage = ({ data, blocks, words }: LandingPageMain) => (
  <main id="Main" tabIndex={-1}>
    {!blocks.some(({ type }) => type === 'hero') && <h1 className="sr-only">{data.title}</h1>}
    <Blocks blocks={blocks} words={words} />
  </main>
);
