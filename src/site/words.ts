/** For templates and components, which know nothing of Markdown. */
export { fill } from '../markdown/fill';
