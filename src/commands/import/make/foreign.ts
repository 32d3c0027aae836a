import type { Field } from '../read/field';
import type { Context } from './context';

/**
 * A text without the signs that only its generator understood: Liquid tags of Jekyll, shortcodes of Hugo. Those with one
 * meaning become Markdown; the others stay, and are noted.
 */
export function foreignText(context: Context, page: Field, body: string): string {
  if (!/\{[{%]/.test(body)) return body;
  const text = body
    .replace(/\{%\s*highlight\s+(\w+)[^%]*%\}\n?([\s\S]*?)\n?\{%\s*endhighlight\s*%\}/g, '```$1\n$2\n```')
    .replace(/\{\{<\s*highlight\s+(\w+)[^>]*>\}\}\n?([\s\S]*?)\n?\{\{<\s*\/\s*highlight\s*>\}\}/g, '```$1\n$2\n```')
    .replace(/\{\{[<%]\s*youtube\s+(?:id=)?"?([\w-]+)"?\s*[>%]\}\}/g, '\n\nhttps://www.youtube.com/watch?v=$1\n\n')
    .replace(/\{\{[<%]\s*vimeo\s+(?:id=)?"?(\d+)"?\s*[>%]\}\}/g, '\n\nhttps://vimeo.com/$1\n\n')
    .replace(/\{\{[<%]\s*figure\s+([^>%]*?)\s*\/?[>%]\}\}/g, (whole, attributes: string) => {
      const value = (name: string) => new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1];
      const src = value('src');
      return src
        ? `![${value('alt') ?? value('caption') ?? ''}](<${src}>${value('title') ? ` "${value('title')}"` : ''})`
        : whole;
    })
    .replace(/\{\{\s*site\.(?:baseurl|url)\s*\}\}/g, '')
    .replace(/\{\{\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}/g, '$1')
    .replace(/\{%-?\s*(?:comment)\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, '')
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')
    .replace(/\{%-?\s*post_url\s+(?:.*\/)?(?:\d{4}-\d{2}-\d{2}-)?(\S+?)\s*-?%\}/g, (_, name: string) =>
      context.linkTo(name),
    )
    .replace(/\{\{[<%]\s*(?:rel)?ref\s+"?([^">%\s]+?)"?\s*[>%]\}\}/g, (_, path: string) => context.linkTo(path));
  const lines = text.split('\n');
  for (const line of lines) {
    const [sign] = /\{%.*?%\}|\{\{[<%].*?[>%]\}\}/.exec(line) ?? [];
    if (sign) context.note(page, `its generator made something of “${sign.slice(0, 60)}”: write here what it was`);
  }
  return text;
}
