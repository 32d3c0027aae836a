import type { Answers } from './answers';

/** `firebase.json`. To Firebase Hosting, too, a later rule replaces what an earlier one says of a header. */
export const firebaseConfig = ({ headers, redirects }: Answers): string =>
  `${JSON.stringify(
    {
      hosting: {
        public: 'public',
        ignore: ['_headers', '_redirects', '**/*.br', '**/*.gz'],
        trailingSlash: true,
        redirects: [
          ...redirects.exact.map(({ from, to, status }) => ({ source: from, destination: to, type: status })),
          ...redirects.splats.map(({ from, to, status }) => ({
            source: from.replace(/\*$/, ':splat*'),
            destination: to,
            type: status,
          })),
        ],
        headers: headers.map(({ below, headers: values }) => ({
          source: `${below}**`,
          headers: Object.entries(values).map(([key, value]) => ({ key, value })),
        })),
      },
    },
    null,
    2,
  )}\n`;
