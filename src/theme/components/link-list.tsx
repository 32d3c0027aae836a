import { Fragment } from 'react';
import type { Link } from '../../site/pages/props';

/** Links within a sentence, with commas between them. */
export const LinkList = ({ links }: { links: Link[] }) =>
  links.map(({ label, href }, index) => (
    <Fragment key={href}>
      {index > 0 && ', '}
      <a href={href}>{label}</a>
    </Fragment>
  ));
