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
      next.innerHTML = markupOr(() => markupOf(this.props));
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

/** The markup, or why there is none: a text that is nested too deeply, for one, can't be rendered. */
function markupOr(make: () => string): string {
  try {
    return make();
  } catch (error) {
    const why = document.createElement('p');
    why.textContent = `The page can’t be shown as it is now: ${error instanceof Error ? error.message : error}`;
    return `<aside class="editor-notes"><p data-severity="error">${why.innerHTML}</p></aside>`;
  }
}

interface Instance {
  props: PreviewProps;
  element?: HTMLElement | null;
  show(): void;
}
