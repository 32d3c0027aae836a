import { Block } from '../components/block';
import { PostCard } from '../components/post-card';
import type { BlockProps } from '../site/props';

export const Posts = ({ anchor, title, posts, all }: BlockProps<'posts'>) => (
  <Block anchor={anchor} title={title} link={{ label: all.label, url: all.href }}>
    <div className="ruled">
      {posts.map((post) => (
        <PostCard key={post.href} {...post} level={title ? 3 : 2} />
      ))}
    </div>
  </Block>
);
