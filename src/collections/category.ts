import { collection } from '../model/collection';
import { longText, text } from '../model/field';

export const category = collection({
  name: 'category',
  label: 'Category',
  plural: 'Categories',
  description: 'The subjects posts are filed under. Each has a page and a feed.',
  folder: 'categories',
  format: 'yml',
  address: 'category/',
  title: 'label',
  summary: 'description',
  fields: {
    value: text({
      label: 'Value',
      hint: 'The lasting name that posts refer to. Never change it; change the label.',
      initial: 'slug',
      technical: true,
    }),
    label: text({ label: 'Label', hint: 'The name that readers see.' }),
    description: longText({ label: 'Description', hint: 'One sentence on what is filed here.' }),
  },
});
