import type { CmsElement, ControlProps } from '../decap';

/**
 * The control for a line of text to which nothing is an answer too, such as the description of a picture that is mere
 * decoration. The switch writes the empty text; a text that was never written is missing.
 */
export function answerControl(): unknown {
  const { h, createClass } = window;
  return createClass({
    isValid: () => true,
    shouldComponentUpdate: () => true,
    render(this: { props: ControlProps }): CmsElement {
      const { forID, field, value, onChange, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const isNone = value === '';
      return h(
        'div',
        { className: `${classNameWrapper} editor-answer` },
        h('input', {
          id: forID,
          type: 'text',
          value: value ?? '',
          disabled: isNone,
          onChange: (event: { target: { value: string } }) => onChange(event.target.value || undefined),
          onFocus: setActiveStyle,
          onBlur: setInactiveStyle,
        }),
        h(
          'label',
          null,
          h('input', {
            type: 'checkbox',
            role: 'switch',
            checked: isNone,
            onChange: (event: { target: { checked: boolean } }) => onChange(event.target.checked ? '' : undefined),
          }),
          String(field.get('empty')),
        ),
      );
    },
  });
}
