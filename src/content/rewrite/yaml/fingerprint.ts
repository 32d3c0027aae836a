/** A text that two values share if and only if they are equal: order counts in lists, and not among fields. */
export const fingerprint = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'number' && (!Number.isFinite(inner) || Object.is(inner, -0))) return { number: `${inner}` };
    if (!isFields(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  }) ?? '';

/** Whether a value is fields by name, and no list. */
export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || fingerprint(one) === fingerprint(other);
