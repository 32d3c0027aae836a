/** What is known of an address elsewhere after somebody asked for it. */
export type Answer =
  | { kind: 'fine' }
  /** It has moved for good. */
  | { kind: 'moved'; to: string }
  /** It says that there is nothing. */
  | { kind: 'gone'; status: number }
  /** It does not answer programs, so that nothing is known of what it shows to people. */
  | { kind: 'closed'; status: number }
  | { kind: 'circle' }
  /** It gave no answer, or spoke of a fault of its own. */
  | { kind: 'silent'; reason: string };

/** How patient and how polite to be; times are milliseconds. */
export interface Manners {
  /** How long one request may take. */
  timeout: number;
  /** How often to ask again where a host is too busy, or has a fault. */
  retries: number;
  /** How long to wait before the first of them; doubled before each next one. */
  backoff: number;
  /** The longest wait, whatever a host asks for. */
  longestWait: number;
  /** How many redirects are followed. */
  redirects: number;
  /** How many hosts are asked at a time; each is asked for one address after the other. */
  hosts: number;
  /** How long a host is left alone between two requests. */
  pause: number;
  /** Who is asking, for those who look into the books of a host. */
  agent: string;
}

export const manners: Manners = {
  timeout: 15_000,
  retries: 3,
  backoff: 1_000,
  longestWait: 60_000,
  redirects: 10,
  hosts: 8,
  pause: 500,
  agent: 'Mozilla/5.0 (compatible; link check)',
};

/** Runs a request when its host is ready for one. */
export type InTurn = <Result>(host: string, request: () => Promise<Result>) => Promise<Result>;

/** Asks for an address, follows where it leads, and asks again where that makes sense. Never throws. */
export async function ask(address: string, polite: Manners, inTurn: InTurn): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const { answer, waitFor } = await follow(address, polite, inTurn);
    if (waitFor === undefined || attempt === polite.retries) return answer;
    const wait = Math.max(waitFor, polite.backoff * 2 ** attempt);
    await new Promise((resolve) => setTimeout(resolve, Math.min(wait, polite.longestWait)));
  }
}

interface Outcome {
  answer: Answer;
  /** The least time to wait before the next attempt, where another makes sense. */
  waitFor?: number;
}

async function follow(address: string, polite: Manners, inTurn: InTurn): Promise<Outcome> {
  const seen = new Set<string>();
  let current = address;
  // Where it has moved for good: up to the first redirect that is for now only.
  let settled = address;
  for (;;) {
    if (seen.has(current) || seen.size > polite.redirects) return { answer: { kind: 'circle' } };
    seen.add(current);
    const response = await request(current, polite, inTurn);
    if ('reason' in response) return { answer: { kind: 'silent', reason: response.reason } };
    const { status, location, retryAfter } = response;
    if (status >= 300 && status < 400 && location !== null && URL.canParse(location, current)) {
      const next = new URL(location, current).href;
      if (settled === current && (status === 301 || status === 308)) settled = next;
      current = next;
      continue;
    }
    if (status === 429 || status >= 500) {
      if (status === 999) return { answer: { kind: 'closed', status } };
      const answer: Answer =
        status === 429 ? { kind: 'closed', status } : { kind: 'silent', reason: `its host has a fault (${status})` };
      return { answer, waitFor: retryAfter };
    }
    if (status === 404 || status === 410) return { answer: { kind: 'gone', status } };
    if (status >= 400) return { answer: { kind: 'closed', status } };
    return { answer: settled === address ? { kind: 'fine' } : { kind: 'moved', to: settled } };
  }
}

type Response = { status: number; location: string | null; retryAfter: number } | { reason: string };

/** Asks for the head of a page alone, and for the page where the host does not know how to answer that. */
async function request(address: string, polite: Manners, inTurn: InTurn): Promise<Response> {
  const head = await inTurn(new URL(address).host, () => send('HEAD', address, polite));
  const isAnswer = 'status' in head && (head.status < 400 || head.status === 429);
  return isAnswer ? head : inTurn(new URL(address).host, () => send('GET', address, polite));
}

async function send(method: 'HEAD' | 'GET', address: string, { timeout, agent }: Manners): Promise<Response> {
  try {
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'user-agent': agent,
      },
    });
    await response.body?.cancel();
    const { status, headers } = response;
    return { status, location: headers.get('location'), retryAfter: waitOf(headers.get('retry-after')) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** `Retry-After`, seconds or a date, in milliseconds (RFC 9110, 10.2.3). */
function waitOf(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  const code = cause?.code ?? '';
  if (name === 'TimeoutError') return 'its host does not answer';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host';
  if (/CERT|SSL|TLS|ALTNAME/.test(code)) return 'its certificate is not valid';
  return 'its host can’t be reached';
}
