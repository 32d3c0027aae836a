import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';

export const Questions = ({ anchor, title, questions }: BlockProps<'questions'>) => (
  <Block anchor={anchor} title={title}>
    <div className="questions ruled">
      {questions.map(({ question, answer }) => (
        <details key={question}>
          <summary className="pointed">{question}</summary>
          {/* It went through the allow-list of markdown/sanitize.ts. */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: answer }} />
        </details>
      ))}
    </div>
  </Block>
);
