import morphdom from 'morphdom';
import type { PreviewProps } from '../decap';
import type { Preview } from './preview';

/**
 * A component of the CMS that shows the markup of a draft and follows what is typed. Only what differs is touched, so
 * that pictures do not flicker, and what is folded open or scrolled to stays so.
 */
export function livePreview(previewOf: (props: PreviewProps) => Preview): unknown {
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
      const next = nodesOf(
        this.element.ownerDocument,
        previewOr(() => previewOf(this.props)),
      );
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

/**
 * The nodes of a preview, in a document that loads nothing and runs nothing. What an author wrote reaches an attribute as
 * its value, never as markup.
 */
function nodesOf(document: Document, { markup, picture }: Preview): HTMLElement {
  const inert = document.implementation.createHTMLDocument('');
  const next = inert.createElement('div');
  next.innerHTML = markup;
  for (const image of next.querySelectorAll('img')) {
    const src = picture(image.getAttribute('src') ?? '');
    if (src === undefined) image.removeAttribute('src');
    else image.setAttribute('src', src);
  }
  return next;
}

/** The preview, or why there is none: a text that is nested too deeply, for one, can't be rendered. */
function previewOr(make: () => Preview): Preview {
  try {
    return make();
  } catch (error) {
    const why = document.createElement('p');
    why.textContent = `The page can’t be shown as it is now: ${error instanceof Error ? error.message : error}`;
    return {
      markup: `<aside class="editor-notes"><p data-severity="error">${why.innerHTML}</p></aside>`,
      picture: (src) => src,
    };
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
