import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { Buttons } from '../components/buttons';
import { Picture } from '../components/picture';

export const Rows = ({ anchor, title, rows }: BlockProps<'rows'>) => {
  const Heading = title ? 'h3' : 'h2';
  return (
    <Block anchor={anchor} title={title}>
      <div className="rows">
        {rows.map((row) => (
          <div key={row.title}>
            {row.image && <Picture image={row.image} alt={row.imageAlt} sizes="(min-width: 816px) 36vw, 92vw" />}
            <div className="stack">
              <Heading>{row.title}</Heading>
              {/* It went through the allow-list of markdown/sanitize.ts. */}
              <div className="prose" dangerouslySetInnerHTML={{ __html: row.text }} />
              <Buttons buttons={row.buttons} />
            </div>
          </div>
        ))}
      </div>
    </Block>
  );
};
