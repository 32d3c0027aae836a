import type { GatsbyConfig } from 'gatsby';

// The site's own settings stand in content/settings/site.yml; here is only what Gatsby must know.
const config: GatsbyConfig = {
  // Every page is a folder with an index.html, and so its address ends with a slash; see src/site/address.ts.
  trailingSlash: 'always',
  jsxRuntime: 'automatic',
};

export default config;
