import { address, group, text } from '../model/field';

/** A link with words of its own. */
export const link = (label: string) =>
  group(
    {
      label: text({ label: 'Label', hint: 'The words of the link.' }),
      url: address({ label: 'Address', hint: 'A path such as /blog/, or a whole address.' }),
    },
    { label },
  );
