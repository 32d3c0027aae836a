import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body } from './body';
import { outsideCode } from './code';
import { removal } from './removal';

/** What word processors and browsers put beside a text that is copied from them. */
const remains = [
  /\\?<!--\s*(?:Start|End)Fragment\s*--\\?>/gi,
  /<!--\[if [^\]<]*\]>(?:(?!<!--\[if)[\s\S])*?<!\[endif\]-->/gi,
  /<!\[(?:if [^\]<]*|endif)\]>/gi,
  /<\/?o:p\s*\/?>/gi,
  /(?<!\s)(?=\s{1,100}class\b)(?<=<[a-z][^<>]{0,500})\s+class\s*=\s*(?:"Mso[^"<>]*"|'Mso[^'<>]*'|Mso\w+)/gi,
  /(?<!\s)(?=\s{1,100}style\b)(?<=<[a-z][^<>]{0,500})\s+style\s*=\s*(?:"[^"<>]*\bmso-[^"<>]*"|'[^'<>]*\bmso-[^'<>]*')/gi,
];

/** Finds what came along when a text was pasted. */
export function checkPaste(_: Site, body: Body): Problem[] {
  if (!/(?:Start|End)Fragment|<!(?:--)?\[|<\/?o:p|Mso|mso-/i.test(body.markdown)) return [];
  return remains.flatMap((pattern) =>
    outsideCode(body, pattern).map(({ 0: piece, index }) => {
      const [before = ''] = /^\s*/.exec(piece) ?? [];
      const words = piece.trim().replace(/\s+/g, ' ');
      const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
      return body.problem(
        'paste-remains',
        index + before.length,
        `“${shown}” was pasted along with the text`,
        'remove it',
        [removal(body.markdown, index, index + piece.length)],
      );
    }),
  );
}
