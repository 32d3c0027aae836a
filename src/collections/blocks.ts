import type * as z from 'zod';
import {
  address,
  anchorWord,
  block,
  blocks,
  choice,
  group,
  image,
  list,
  longText,
  markdown,
  number,
  pageAddress,
  reference,
  text,
} from '../model/field';
import { link } from './link';

/** The section's own place in the address of its page; every kind of section may have one. */
export const anchor = anchorWord({
  label: 'Anchor',
  hint: 'A word by which links can lead to the section: /about/#history. Lower case, no spaces.',
}).exactOptional();
export const title = text({ label: 'Title', hint: 'The heading of the section.' }).exactOptional();
export const intro = longText({ label: 'Text', hint: 'A sentence or two below the heading.' }).exactOptional();
const picture = {
  image: image({ label: 'Picture', hint: 'A picture from the media library.' }).exactOptional(),
  imageAlt: text({
    label: 'Picture description',
    hint: 'What the picture shows, for those who can’t see it.',
    empty: 'Decoration only',
  }).exactOptional(),
};
const buttons = list(link('Button'), {
  label: 'Buttons',
  hint: 'One or two; the first is the main one.',
}).exactOptional();
export const count = number({ label: 'Number', hint: 'How many are shown.', min: 1, max: 24 });

/** The sections a landing page is built of. Each has a component of the same name in `src/theme/blocks/`. */
const coreBlocks = [
  block(
    'hero',
    {
      eyebrow: text({ label: 'Eyebrow', hint: 'A few words above the title.' }).exactOptional(),
      title: text({ label: 'Title', hint: 'The headline of the page.' }),
      text: intro,
      buttons,
      ...picture,
    },
    { label: 'Opening' },
  ),
  block(
    'rich-text',
    { anchor, title, text: markdown({ label: 'Text', hint: 'Text with headings, lists, links and pictures.' }) },
    { label: 'Text' },
  ),
  block(
    'cards',
    {
      anchor,
      title,
      text: intro,
      cards: list(
        group(
          {
            ...picture,
            title: text({ label: 'Title' }),
            text: longText({ label: 'Text' }).exactOptional(),
            url: address({ label: 'Address', hint: 'Where the card leads.' }).exactOptional(),
          },
          { label: 'Card' },
        ),
        { label: 'Cards', min: 1 },
      ),
    },
    { label: 'Cards' },
  ),
  block(
    'numbers',
    {
      anchor,
      title,
      numbers: list(
        group(
          {
            value: text({ label: 'Number', hint: 'As it is to be read: 110,000 or 80+.' }),
            label: text({ label: 'Meaning', hint: 'What there are so many of.' }),
          },
          { label: 'Number' },
        ),
        { label: 'Numbers', min: 1 },
      ),
    },
    { label: 'Numbers' },
  ),
  block(
    'quote',
    {
      anchor,
      text: longText({ label: 'Quote', hint: 'Without quotation marks.' }),
      name: text({ label: 'Name', hint: 'Who said it.' }),
      role: text({ label: 'Role', hint: 'What the person does, and where.' }).exactOptional(),
      ...picture,
    },
    { label: 'Quote' },
  ),
  block(
    'comparison',
    {
      anchor,
      title,
      text: intro,
      columns: list(text({ label: 'Column' }), { label: 'Columns', hint: 'What is compared.', min: 1 }),
      rows: list(
        group(
          {
            label: text({ label: 'Row' }),
            values: list(text({ label: 'Value' }), {
              label: 'Values',
              hint: 'One for each column: yes, no, or words.',
            }),
          },
          { label: 'Row' },
        ),
        { label: 'Rows', min: 1 },
      ),
    },
    { label: 'Comparison' },
  ),
  block(
    'rows',
    {
      anchor,
      title,
      rows: list(
        group(
          { title: text({ label: 'Title' }), text: markdown({ label: 'Text' }), ...picture, buttons },
          { label: 'Row' },
        ),
        { label: 'Rows', min: 1 },
      ),
    },
    { label: 'Pictures and text' },
  ),
  block(
    'posts',
    {
      anchor,
      title,
      category: reference({
        label: 'Category',
        hint: 'Only posts of this category.',
        collection: 'category',
        by: 'value',
      }).exactOptional(),
      count,
    },
    { label: 'Newest posts' },
  ),
  block(
    'links',
    {
      anchor,
      title,
      text: intro,
      links: list(
        group(
          {
            label: text({ label: 'Label' }),
            url: address({ label: 'Address' }),
            text: text({ label: 'Text', hint: 'What is found there.' }).exactOptional(),
          },
          { label: 'Link' },
        ),
        { label: 'Links', min: 1 },
      ),
    },
    { label: 'Links' },
  ),
  block(
    'logos',
    {
      anchor,
      title,
      text: intro,
      logos: list(
        group(
          {
            image: image({ label: 'Logo', hint: 'An SVG, or a picture at least 400 pixels wide.' }),
            name: text({ label: 'Name', hint: 'Whose logo it is, for those who can’t see it.' }).exactOptional(),
            url: address({ label: 'Address', hint: 'Where the logo leads.' }).exactOptional(),
          },
          { label: 'Logo' },
        ),
        { label: 'Logos', min: 1 },
      ),
    },
    { label: 'Logos' },
  ),
  block(
    'questions',
    {
      anchor,
      title,
      questions: list(
        group({ question: text({ label: 'Question' }), answer: markdown({ label: 'Answer' }) }, { label: 'Question' }),
        { label: 'Questions', min: 1 },
      ),
    },
    { label: 'Questions and answers' },
  ),
  block(
    'call-to-action',
    { anchor, title: text({ label: 'Title' }), text: intro, buttons },
    { label: 'Call to action' },
  ),
  block(
    'embed',
    {
      anchor,
      title: text({ label: 'Title', hint: 'What is shown; readers hear it before they let it load.' }),
      kind: choice({ label: 'Kind', values: ['video', 'form'] }),
      url: pageAddress({ label: 'Address', hint: 'The video on YouTube or Vimeo, or the form.' }),
    },
    { label: 'Video or form' },
  ),
  block(
    'section-navigation',
    {
      links: list(link('Link'), {
        label: 'Links',
        hint: 'Sections of this page, such as #history, or other pages.',
        min: 1,
      }),
    },
    { label: 'Section navigation' },
  ),
] as const;

/** The sections of a page, with those that the kinds of content bring. */
export const pageBlocksWith = <More extends readonly z.ZodObject[]>(more: More) =>
  blocks([...coreBlocks, ...more], { label: 'Sections', hint: 'What the page is built of, from the top.' });

const [, ...sections] = coreBlocks;

/** The same below a headline that the page has already: none of them opens a page. */
export const sectionsWith = <More extends readonly z.ZodObject[]>(more: More) =>
  blocks([...sections, ...more], { label: 'Sections', hint: 'What stands below the list.' });

export const pageBlocks = pageBlocksWith([]);
