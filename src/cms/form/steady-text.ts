import type { CmsElement, ControlProps } from '../decap';

/** A text that is being edited. */
export interface EditedText {
  /**
   * Gives words to insert where a piece of Markdown is to stand that rich text has no notion of. Once they are in the text the
   * piece takes their place, and the text is shown as Markdown.
   */
  placeFor(markdown: string): string;
}

const mounted = new Set<Instance>();

/** The text that an element belongs to. */
export const textAround = (element: Element): EditedText | undefined =>
  [...mounted].find((text) => text.element?.contains(element));

/** A text with a piece of Markdown in the place of `words`, apart from what stands before and behind. */
export function placed(text: string, words: string, markdown: string): string {
  const [before = '', after = ''] = text.split(words);
  return [before.trimEnd(), markdown, after.trimStart()].filter(Boolean).join('\n\n');
}

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
    getInitialState: () => ({ isBroken: false, failures: 0, isMarkdown: false }),
    componentDidMount(this: Instance) {
      const hear = (event: ErrorEvent) => {
        // What it throws outside of rendering leaves it where it does not follow what is typed.
        if (/\bslate\b/i.test(event.message) && this.holdsFocus()) this.restart();
      };
      window.addEventListener('error', hear);
      this.stop = () => window.removeEventListener('error', hear);
      mounted.add(this);
    },
    componentDidCatch(this: Instance) {
      this.restart();
    },
    componentWillUnmount(this: Instance) {
      mounted.delete(this);
      this.stop();
    },
    holdsFocus(this: Instance) {
      return this.element?.contains(document.activeElement) ?? false;
    },
    restart(this: Instance) {
      this.setState({ ...this.state, isBroken: false, failures: this.state.failures + 1 });
    },
    placeFor(this: Instance, markdown: string) {
      this.awaited = { words: `pasted${Date.now().toString(36)}`, markdown };
      return this.awaited.words;
    },
    changed(this: Instance, text: string) {
      const { awaited, props } = this;
      if (!awaited || !text.includes(awaited.words)) return props.onChange(text);
      this.awaited = undefined;
      props.onChange(placed(text, awaited.words, awaited.markdown));
      this.setState({ ...this.state, isMarkdown: true });
    },
    render(this: Instance): CmsElement {
      const { props, state } = this;
      const isRaw = state.failures > 1 || state.isMarkdown;
      const field = isRaw ? props.field.set('modes', { toArray: () => ['raw'] }) : props.field;
      const sentences = [
        ...(state.failures > 0
          ? [
              `The text editor failed, and was started again${state.failures > 1 ? ' with the text as Markdown' : ''}. Look whether your last words are there.`,
            ]
          : []),
        ...(state.isMarkdown
          ? [
              'The text is shown as Markdown from here on: what was pasted holds a table, which the rich text editor would change.',
            ]
          : []),
      ];
      return h(
        'div',
        { ref: (element: HTMLElement | null) => Object.assign(this, { element }) },
        !state.isBroken &&
          h(Inner, { ...props, field, onChange: this.changed, key: `${state.failures} ${state.isMarkdown}` }),
        sentences.length > 0 &&
          h(
            'ul',
            { className: 'editor-field-notes', role: 'status' },
            ...sentences.map((sentence) => h('li', { key: sentence, 'data-severity': 'warning' }, sentence)),
          ),
      );
    },
  });
}

interface Instance extends EditedText {
  props: ControlProps;
  state: { isBroken: boolean; failures: number; isMarkdown: boolean };
  /** What is to take the place of some words. */
  awaited: { words: string; markdown: string } | undefined;
  element?: HTMLElement | null;
  setState(state: Instance['state']): void;
  stop(): void;
  restart(): void;
  holdsFocus(): boolean;
  changed(text: string): void;
}
