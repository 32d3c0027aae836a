import { CallToAction as Panel } from '../components/call-to-action';
import type { BlockProps } from '../site/props';

export const CallToAction = (block: BlockProps<'call-to-action'>) => <Panel {...block} />;
