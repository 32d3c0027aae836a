import type { Element } from 'hast';
import type { Surroundings } from '../surroundings';

/** What is done to one element of a text; what is returned stands in its place. */
export type Step = (element: Element, surroundings: Surroundings) => Element | undefined;
