import { collection } from '../model/collection';
import { date, flag, image, labelledReference, language, list, oneOrMany, reference, text } from '../model/field';
import { seo } from './seo';

export const post = collection({
  name: 'post',
  label: 'Blog post',
  plural: 'Blog posts',
  description: 'News, announcements, guides and stories of the blog.',
  folder: 'blog',
  format: 'md',
  address: '',
  template: 'blog-post',
  title: 'title',
  fields: {
    title: text({ label: 'Title', hint: 'The headline of the post.', max: 200 }),
    author: oneOrMany(reference({ label: 'Author', collection: 'author', by: 'name' }), {
      label: 'Author',
      hint: 'One name or a list of names, each as it is written in Authors.',
      initial: 'last',
    }),
    date: date({
      label: 'Date',
      hint: 'When the post is published, in UTC. A post dated ahead is not built before that moment.',
      initial: 'now',
    }),
    updated: date({
      label: 'Updated',
      hint: 'When the post was last changed in a way that readers should know of.',
    }).exactOptional(),
    category: list(labelledReference({ label: 'Category', collection: 'category', by: 'value' }), {
      label: 'Category',
      hint: 'The categories that list the post.',
      min: 1,
    }),
    hidePost: flag({
      label: 'Hide post',
      hint: 'The post can be read by those who know its address, and appears in no list, feed or search engine.',
    }),
    draft: flag({ label: 'Draft', hint: 'The post is not published at all.' }),
    image: image({ label: 'Picture', hint: 'Shown above the post and when it is shared.' }).exactOptional(),
    imageAlt: text({
      label: 'Picture description',
      hint: 'What the picture shows, for those who can’t see it.',
      empty: 'Decoration only',
    }).exactOptional(),
    lang: language({
      label: 'Language',
      hint: 'The language of the post, where it is not the site’s: ko, pt-BR, …',
    }).exactOptional(),
    seo,
  },
});
