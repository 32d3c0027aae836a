/** Templates ask Gatsby for their props by a query; the preview hands them over itself. */
export const graphql = () => '';
