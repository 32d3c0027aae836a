import type { BlogPostMain, WithWords } from '../../site/pages/props';

/** Tells an editor that readers don’t see the post yet. */
export const PostState = ({ state, words }: { state: BlogPostMain['state'] | undefined } & WithWords) =>
  state ? <strong className="post-state">{words[state]}</strong> : null;
