import type { BlogPostMain } from '../site/props';

const words = { draft: 'Draft', scheduled: 'Scheduled' };

/** Tells an editor that readers don’t see the post yet. */
export const PostState = ({ state }: { state?: BlogPostMain['state'] | undefined }) =>
  state ? <strong className="post-state">{words[state]}</strong> : null;
