import type { Link } from './props';

/** What is listed in two parts, by whether it is over: `upcoming` soonest first, `past` newest first. */
export interface Timeline<Card extends Link> {
  upcoming: Card[];
  past: Card[];
}

export const timelineCount = ({ upcoming, past }: Timeline<Link>) => upcoming.length + past.length;

/** The ids of its parts, as the component `Timeline` gives them. */
export const timelineIds = (timeline: Timeline<Link>): string[] =>
  (['upcoming', 'past'] as const)
    .filter((part) => timeline[part].length > 0)
    .flatMap((part) => [part, `${part}-title`]);
