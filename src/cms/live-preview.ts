import morphdom from 'morphdom';
import type { PreviewProps } from './decap';

/**
 * A component of the CMS that shows the markup of a draft and follows what is typed. Only what differs is touched, so
 * that pictures do not flicker, and what is folded open or scrolled to stays so.
 */
export function livePreview(markupOf: (props: PreviewProps) => string): unknown {
  const { h, createClass } = window;
  return createClass({
    componentDidMount(this: Instance) {
      this.show();
    },
    componentDidUpdate(this: Instance) {
      this.show();
    },
    // The markup is none of React's concern.
    render(this: Instance) {
      return h('div', { ref: (element: HTMLElement | null) => Object.assign(this, { element }) });
    },
    show(this: Instance) {
      if (!this.element) return;
      const next = this.element.ownerDocument.createElement('div');
      next.innerHTML = markupOf(this.props);
      morphdom(this.element, next, {
        onBeforeElUpdated(from, to) {
          if (from instanceof (from.ownerDocument.defaultView as typeof window).HTMLDetailsElement)
            to.toggleAttribute('open', from.open);
          return !from.isEqualNode(to);
        },
      });
    },
  });
}

interface Instance {
  props: PreviewProps;
  element?: HTMLElement | null;
  show(): void;
}
