import type { CmsElement, ControlProps } from '../decap';

/** A day or a moment, as a form holds it. Without an hour it is a whole day, and its zone says nothing. */
export interface DayParts {
  day: string;
  hour: string;
  zone: string;
}

/** Takes apart what stands in a file; what is no day or moment, and what says seconds, is shown as far as it goes. */
export function partsOf(value: unknown): DayParts {
  const written = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:\d{2}))?$/.exec(String(value ?? ''));
  const [, day = '', hour = '', zone = 'Z'] = written ?? [];
  return { day, hour, zone };
}

/** What stands in the file for them: nothing without a day. */
export const dateOf = ({ day, hour, zone }: DayParts): string =>
  day === '' || hour === '' ? day : `${day}T${hour}:00.000${zone}`;

const two = (number: number) => String(number).padStart(2, '0');

/** The zones there are, by the time they are ahead of UTC (IANA time zone database). */
export const zones: readonly string[] = [
  ...Array.from({ length: 12 }, (_, index) => `-${two(12 - index)}:00`),
  'Z',
  ...Array.from({ length: 14 }, (_, index) => `+${two(index + 1)}:00`),
  ...['-09:30', '-03:30', '-02:30', '+03:30', '+04:30', '+05:30', '+05:45', '+06:30', '+08:45', '+09:30', '+10:30'],
  ...['+12:45', '+13:45'],
].sort((a, b) => minutesOf(a) - minutesOf(b));

function minutesOf(zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(zone) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

const nameOf = (zone: string) => `UTC${zone.replace('Z', '').replace('-', '−')}`;

/** The control for a day, or a moment of it: the hour may be left empty, and the zone belongs to the hour. */
export function dayControl(): unknown {
  const { h, createClass } = window;
  return createClass({
    getInitialState(this: Instance) {
      return partsOf(this.props.value);
    },
    isValid: () => true,
    shouldComponentUpdate: () => true,
    change(this: Instance, changed: Partial<DayParts>) {
      const parts = { ...this.parts(), ...changed };
      this.setState(parts);
      this.props.onChange(dateOf(parts));
    },
    parts(this: Instance): DayParts {
      const { state, props } = this;
      // An hour without a day is not in the value yet.
      return dateOf(state) === (props.value ?? '') ? state : partsOf(props.value);
    },
    render(this: Instance): CmsElement {
      const { forID, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const { day, hour, zone } = this.parts();
      const common = { onFocus: setActiveStyle, onBlur: setInactiveStyle };
      const on = (name: keyof DayParts) => (event: { target: { value: string } }) =>
        this.change({ [name]: event.target.value });
      return h(
        'div',
        { className: `${classNameWrapper} editor-day` },
        h('input', { ...common, id: forID, type: 'date', value: day, onChange: on('day') }),
        h('label', null, 'Hour, if any ', h('input', { ...common, type: 'time', value: hour, onChange: on('hour') })),
        h(
          'label',
          null,
          'Zone ',
          h(
            'select',
            { ...common, value: zone, disabled: hour === '', onChange: on('zone') },
            ...(zones.includes(zone) ? zones : [zone, ...zones]).map((item) =>
              h('option', { key: item, value: item }, nameOf(item)),
            ),
          ),
        ),
      );
    },
  });
}

interface Instance {
  props: ControlProps;
  state: DayParts;
  setState(state: DayParts): void;
  change(changed: Partial<DayParts>): void;
  parts(): DayParts;
}
