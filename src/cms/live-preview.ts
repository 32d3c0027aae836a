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
      // The first time costs more than any other.
      this.cost = 0;
    },
    componentDidUpdate(this: Instance) {
      clearTimeout(this.timer);
      // On a site so large that a change takes its time, what is typed comes first.
      if (this.cost < 100) this.show();
      else this.timer = window.setTimeout(() => this.show(), 2 * this.cost);
    },
    componentWillUnmount(this: Instance) {
      clearTimeout(this.timer);
    },
    // The markup is none of React's concern.
    render(this: Instance) {
      return h('div', { ref: (element: HTMLElement | null) => Object.assign(this, { element }) });
    },
    show(this: Instance) {
      if (!this.element) return;
      const start = performance.now();
      const next = this.element.ownerDocument.createElement('div');
      next.innerHTML = markupOr(() => markupOf(this.props));
      morphdom(this.element, next, {
        onBeforeElUpdated(from, to) {
          if (from instanceof (from.ownerDocument.defaultView as typeof window).HTMLDetailsElement)
            to.toggleAttribute('open', from.open);
          return !from.isEqualNode(to);
        },
      });
      this.cost = performance.now() - start;
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
  /** How long the last change took to show, in milliseconds. */
  cost: number;
  timer?: number;
  show(): void;
}
