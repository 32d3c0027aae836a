import type { BlockProps } from '../../site/pages/props';
import { CallToAction as Panel } from '../components/call-to-action';

export const CallToAction = (block: BlockProps<'call-to-action'>) => <Panel {...block} />;
