import { Buttons } from './buttons';

interface CallToActionProps {
  title: string;
  text?: string;
  buttons?: { label: string; url: string }[];
  anchor?: string;
}

export const CallToAction = ({ title, text, buttons, anchor = 'Action' }: CallToActionProps) => (
  <section className="call-to-action cluster" id={anchor} aria-labelledby={`${anchor}-title`}>
    <div className="stack">
      <h2 id={`${anchor}-title`}>{title}</h2>
      {text && <p>{text}</p>}
    </div>
    <Buttons buttons={buttons} />
  </section>
);
