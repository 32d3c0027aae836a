import type { Step } from './step';

/** Links get the address they are published with, and those to other sites say so. */
export const resolveLink: Step = ({ tagName, properties }, { link }) => {
  const target = properties['href'];
  if (tagName !== 'a' || typeof target !== 'string') return undefined;
  const { href, external } = link(target);
  properties['href'] = href;
  if (external) properties['rel'] = ['external', 'noopener'];
  return undefined;
};
