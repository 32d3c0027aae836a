import type { IncomingMessage, ServerResponse } from 'node:http';
import handler from 'serve-handler';
import { contentPath, forward } from './content-server';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is used of Gatsby's development server. */
interface App {
  use(path: string, handler: Handler): void;
}

/**
 * Serves the admin page, which stands in `folder`, while the site is developed, and hands what it asks for on to the
 * content server that `npm run cms` has started (`CMS_SERVER`).
 */
export function serveAdmin(app: App, folder: string): void {
  app.use('/admin', (request, response) => {
    // The page names its scripts beside it.
    if ('originalUrl' in request && request.originalUrl === '/admin') {
      response.writeHead(301, { location: '/admin/' }).end();
      return;
    }
    void handler(request, response, { public: folder, directoryListing: false });
  });
  const url = process.env['CMS_SERVER'];
  if (!url) return;
  app.use(contentPath, (request, response) => void forward(request, response, { url, root: process.cwd() }));
}
