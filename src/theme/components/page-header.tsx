import type { ReactNode } from 'react';
import type { Link } from '../../site/pages/props';

interface PageHeaderProps {
  title: string;
  lead?: string | undefined;
  /** What the page belongs to. */
  list?: Link | undefined;
  children?: ReactNode;
}

/** The opening of every page that has no picture of its own. */
export const PageHeader = ({ title, lead, list, children }: PageHeaderProps) => (
  <header className="page-header corner stack">
    {list && (
      <p>
        <a href={list.href}>{list.label}</a>
      </p>
    )}
    <h1>{title}</h1>
    {lead && <p className="lead">{lead}</p>}
    {children}
  </header>
);
