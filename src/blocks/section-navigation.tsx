import { SectionNavigation as Navigation } from '../components/section-navigation';
import type { BlockProps } from '../site/props';

export const SectionNavigation = ({ links, words }: BlockProps<'section-navigation'>) => (
  <Navigation links={links} words={words} />
);
