/** Links that ask for something; the first is the main one. */
export const Buttons = ({ buttons }: { buttons: { label: string; url: string }[] | undefined }) =>
  buttons && buttons.length > 0 ? (
    <p className="buttons">
      {buttons.map(({ label, url }) => (
        <a key={url + label} className="pointed" href={url}>
          {label}
        </a>
      ))}
    </p>
  ) : null;
