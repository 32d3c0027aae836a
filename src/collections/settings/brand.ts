import { collection } from '../../model/collection';
import { color, flag, fontStack, group, image } from '../../model/field';

/** The colors of one scheme. What is left out follows from the color of the brand, and can be read. */
const scheme = (label: string) =>
  group(
    {
      paper: color({ label: 'Paper', hint: 'The ground of pages.' }).exactOptional(),
      surface: color({ label: 'Surface', hint: 'The ground of what is set apart: the footer, code.' }).exactOptional(),
      ink: color({ label: 'Ink', hint: 'Text.' }).exactOptional(),
      quiet: color({ label: 'Quiet', hint: 'Text that says less: dates, captions.' }).exactOptional(),
      line: color({ label: 'Line', hint: 'Hairlines.' }).exactOptional(),
      accent: color({ label: 'Accent', hint: 'Frames, marks, and the ground of buttons.' }).exactOptional(),
      onAccent: color({ label: 'On accent', hint: 'Text on the accent.' }).exactOptional(),
      link: color({ label: 'Link', hint: 'Links in texts.' }).exactOptional(),
    },
    { label },
  ).exactOptional();

export const brand = collection({
  name: 'brand',
  label: 'Brand',
  plural: 'Brand',
  description: 'How the site is known at sight: its logo, its colors and its type. All of it may be left out.',
  folder: 'settings/brand',
  format: 'yml',
  single: 'optional',
  fields: {
    logo: image({
      label: 'Logo',
      hint: 'Shown beside the name of the site; an SVG, or a wide picture.',
    }).exactOptional(),
    logoDark: image({
      label: 'Logo for dark pages',
      hint: 'The same on a dark ground, where the other can’t be seen there.',
    }).exactOptional(),
    logoHasName: flag({ label: 'Logo has the name', hint: 'The name is part of the logo, and not written beside it.' }),
    icon: image({
      label: 'Icon',
      hint: 'A square SVG, or a picture of at least 512 pixels. The icons of browsers, phones, feeds and search engines are made of it.',
      own: true,
    }).exactOptional(),
    cards: flag({
      label: 'Cards',
      hint: 'A picture is drawn for each page that has none, for when its link is shared: title, author and date in the look of the site. Drawing one takes a moment, once.',
    }),
    color: color({ label: 'Color', hint: 'The color of the brand, such as #0b6e99.' }).default('#0b6e99'),
    light: scheme('Light pages'),
    dark: scheme('Dark pages'),
    type: group(
      {
        text: fontStack({
          label: 'Text',
          hint: 'Fonts as CSS lists them: Inter, system-ui, sans-serif.',
        }).exactOptional(),
        code: fontStack({ label: 'Code', hint: 'Fonts of code, with a fixed width.' }).exactOptional(),
        file: image({
          label: 'File',
          hint: 'The file of the first font for text, a WOFF2 below static/: /fonts/inter.woff2.',
          own: true,
        }).exactOptional(),
        heading: fontStack({
          label: 'Headings',
          hint: 'Fonts of headings and large numbers; those for text, when left out.',
        }).exactOptional(),
        headingFile: image({
          label: 'File for headings',
          hint: 'The file of the first font for headings, a WOFF2 below static/ of at most 30 kB.',
          own: true,
        }).exactOptional(),
      },
      { label: 'Type', hint: 'Left out, readers see the fonts of their system, which take no time to load.' },
    ).exactOptional(),
  },
});
