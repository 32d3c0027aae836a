import type { CmsElement, ControlProps } from '../decap';

/**
 * A text editor that an error of its own does not end. It is started again with the text as it was typed; where it fails
 * once more, the text is shown as Markdown.
 *
 * Decap 3.16.3. To try: hand its control of Markdown on as it is, take the paragraphs out of `[data-slate-editor]` by the
 * browser's console, and type: the whole page is replaced by a report of the error.
 */
export function steadyText(Inner: unknown): unknown {
  const { h, createClass } = window;
  return createClass({
    statics: { getDerivedStateFromError: () => ({ isBroken: true }) },
    getInitialState: () => ({ isBroken: false, failures: 0 }),
    componentDidMount(this: Instance) {
      const hear = (event: ErrorEvent) => {
        // What it throws outside of rendering leaves it where it does not follow what is typed.
        if (/\bslate\b/i.test(event.message) && this.holdsFocus()) this.restart();
      };
      window.addEventListener('error', hear);
      this.stop = () => window.removeEventListener('error', hear);
    },
    componentDidCatch(this: Instance) {
      this.restart();
    },
    componentWillUnmount(this: Instance) {
      this.stop();
    },
    holdsFocus(this: Instance) {
      return this.element?.contains(document.activeElement) ?? false;
    },
    restart(this: Instance) {
      this.setState({ isBroken: false, failures: this.state.failures + 1 });
    },
    render(this: Instance): CmsElement {
      const { props, state } = this;
      const isRaw = state.failures > 1;
      const field = isRaw ? props.field.set('modes', { toArray: () => ['raw'] }) : props.field;
      const sentence = `The text editor failed, and was started again${isRaw ? ' with the text as Markdown' : ''}. Look whether your last words are there.`;
      return h(
        'div',
        { ref: (element: HTMLElement | null) => Object.assign(this, { element }) },
        !state.isBroken && h(Inner, { ...props, field, key: String(state.failures) }),
        state.failures > 0 &&
          h(
            'ul',
            { className: 'editor-field-notes', role: 'status' },
            h('li', { 'data-severity': 'warning' }, sentence),
          ),
      );
    },
  });
}

interface Instance {
  props: ControlProps;
  state: { isBroken: boolean; failures: number };
  element?: HTMLElement | null;
  setState(state: Instance['state']): void;
  stop(): void;
  restart(): void;
  holdsFocus(): boolean;
}
