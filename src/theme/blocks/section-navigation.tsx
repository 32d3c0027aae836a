import type { BlockProps } from '../../site/pages/props';
import { SectionNavigation as Navigation } from '../components/section-navigation';

export const SectionNavigation = ({ links, words }: BlockProps<'section-navigation'>) => (
  <Navigation links={links} words={words} />
);
