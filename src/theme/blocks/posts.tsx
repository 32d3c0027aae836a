import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { PostCard } from '../components/post-card';

export const Posts = ({ anchor, title, posts, all, words }: BlockProps<'posts'>) => (
  <Block anchor={anchor} title={title} link={{ label: all.label, url: all.href }}>
    <div className="ruled">
      {posts.map((post) => (
        <PostCard key={post.href} {...post} words={words} level={title ? 3 : 2} />
      ))}
    </div>
  </Block>
);
