import type { Field } from '../read/field';
import { addressIn, type Context, plainOf, roleOf } from './context';
import type { Made } from './items';
import { seoOf } from './seo';

/** A position that is open. */
export function makeJob(context: Context, page: Field, body: string): Made {
  const title = plainOf(context, roleOf(context, page, 'title')) ?? '';
  const url = addressIn(context, roleOf(context, page, 'url'));
  const place = plainOf(context, roleOf(context, page, 'place'));
  const type = plainOf(context, roleOf(context, page, 'type'));
  const department = plainOf(context, roleOf(context, page, 'department'));
  const organization = plainOf(context, roleOf(context, page, 'organization'));
  const until = page.get('until', 'validThrough', 'closingDate', 'deadline').take();
  const { description } = seoOf(context, page, title);
  return {
    target: 'job',
    name: title,
    body: body.trim(),
    fields: {
      title,
      ...(organization ? { organization } : {}),
      ...(type ? { type } : {}),
      ...(department ? { department } : {}),
      place: place ?? 'Remote',
      ...(until ? { until } : {}),
      ...(description ? { description } : {}),
      ...(url ? { url } : {}),
    },
  };
}
