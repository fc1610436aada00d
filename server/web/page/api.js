// The public API is the only source of the pages.
import { language, texts } from './language.js';

/** What the API refused, or could not be asked: `message` is a sentence for the reader. */
export class Refusal extends Error {
  constructor(message, status, problem = {}) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

/** Asks /api/v1/`path`; throws a Refusal, or an AbortError when `signal` says so. */
export async function ask(path, parameters = new URLSearchParams(), signal = undefined) {
  const query = new URLSearchParams(parameters);
  if (language === 'en') query.set('lang', 'en');
  let response;
  try {
    response = await fetch(`/api/v1/${path}${query.size ? `?${query}` : ''}`, { signal });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(texts.failedNetwork, 0);
  }
  const answer = await response.json().catch(() => ({}));
  // 300 is an answer too: a number that may mean several documents.
  if (!response.ok && response.status !== 300) throw new Refusal(answer.detail ?? texts.failed, response.status, answer);
  return answer;
}

/** Lets one question at a time through: a later one ends the earlier, whose answer is dropped. */
export function latestOnly() {
  let running = null;
  return async (path, parameters) => {
    running?.abort();
    running = new AbortController();
    const mine = running;
    const answer = await ask(path, parameters, mine.signal);
    if (mine.signal.aborted) throw new DOMException('', 'AbortError');
    return answer;
  };
}
